package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;

/**
 * Staff that marketing needs in a market.
 *
 * @param id the author's, unique in its market and kept through revisions
 * @param role for example {@code account-executive}
 * @param fte greater than 0, on every day of the window
 * @param window local to the market
 */
public record Requirement(String id, String role, Fte fte, DateWindow window) {
    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException when nobody is required
     */
    public Requirement {
        if (!Fte.ZERO.isLessThan(fte)) {
            throw new IllegalArgumentException("FTE must be greater than 0");
        }
    }
}
