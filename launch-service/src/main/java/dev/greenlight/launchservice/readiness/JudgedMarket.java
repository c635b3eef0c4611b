package dev.greenlight.launchservice.readiness;

/** A market's readiness and the facts that made it so. */
public record JudgedMarket(MarketFacts facts, MarketReadiness readiness) {}
