package dev.greenlight.testing;

/** A part of the platform that a test can take away and give back; its port and its data stay. */
public interface Engine {
    /** Ends it in order; does nothing when it does not run. */
    void stop();

    /** Ends it as a power cut would. */
    void kill();

    /** Starts it again and returns when it can be used; does nothing when it runs. */
    void start();
}
