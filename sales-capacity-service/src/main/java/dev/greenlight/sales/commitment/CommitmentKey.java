package dev.greenlight.sales.commitment;

import dev.greenlight.sales.launch.MarketKey;

/** One team's answer to one requirement. */
public record CommitmentKey(MarketKey market, String requirementId, String team) {}
