package dev.greenlight.launchservice.readiness;

import java.util.List;

/** One rule of the gate: asks something of a market and answers with the conditions, each met or not. */
interface GatePolicy {
    /** Judges the facts, without regard to waivers; the answer depends on nothing else. */
    List<Asked> judge(MarketFacts facts);
}
