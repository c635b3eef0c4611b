package dev.greenlight.launchservice.decision;

import dev.greenlight.kit.signal.Signals;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Lets a call wait for a decision, on whichever instance it falls. Thread-safe. */
@Component
class DecisionArrivals {
    static final String CHANNEL = "decision";

    private final Signals signals;

    DecisionArrivals(Signals signals) {
        this.signals = signals;
    }

    /**
     * Waits until the decision has fallen or the limit is over; who waited then reads it anew.
     *
     * @param hasFallen asked after this call has begun to listen, so that no signal falls between, and after each signal
     */
    void await(UUID decisionId, Duration limit, BooleanSupplier hasFallen) {
        long deadline = System.nanoTime() + limit.toNanos();
        Semaphore signalled = new Semaphore(0);
        try (Signals.Subscription listening = signals.listen(CHANNEL, payload -> {
            if (payload.equals(Signals.MISSED_SOME) || payload.equals(decisionId.toString())) {
                signalled.release();
            }
        })) {
            boolean inTime = listening != null;
            while (inTime && !hasFallen.getAsBoolean()) {
                inTime = signalled.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
