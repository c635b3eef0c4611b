package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.Fte;

/**
 * A named rep's part of a promise.
 *
 * @param id the rep's id within the team
 */
public record CommittedRep(String id, Fte fte) {}
