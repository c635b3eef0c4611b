package dev.greenlight.kit.outbox;

/** Tells the relay, wherever it runs, that there is something to send. */
interface RelayWakeup {
    void wake();
}
