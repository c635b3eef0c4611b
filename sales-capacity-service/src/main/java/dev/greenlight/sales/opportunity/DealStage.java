package dev.greenlight.sales.opportunity;

import java.util.Arrays;
import java.util.Optional;

/** How far a deal has come. */
public enum DealStage {
    /** Somebody may become a customer. */
    PROSPECTING,
    /** They talk with us. */
    ENGAGING,
    /** They bought. */
    WON,
    /** They did not. */
    LOST;

    /** Whether it may still be won. */
    public boolean isOpen() {
        return this == PROSPECTING || this == ENGAGING;
    }

    /** The stage of this name in any case; empty when there is none. */
    public static Optional<DealStage> named(String text) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
