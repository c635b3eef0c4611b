package dev.greenlight.sales.launch;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;

/**
 * Staff that marketing needs in a market.
 *
 * @param id the author's, unique in its market and kept through revisions
 * @param role for example account-executive
 * @param fte what is needed on every day of the window
 * @param window days local to the market
 */
public record StaffRequirement(String id, String role, Fte fte, DateWindow window) {}
