package dev.greenlight.launchservice.readiness;

import java.util.List;

/** The gate: a pure function of facts. A market may go live when every condition passes or is waived. */
public final class Gate {
    private static final List<GatePolicy> POLICIES =
            List.of(new CapacityPolicy(), new FeedbackPolicy(), new GapsPolicy());

    private Gate() {}

    /** What is asked of the market, each judged on the facts; at least one condition of each kind. */
    public static List<Condition> judge(MarketFacts facts) {
        Waiving waiving = new Waiving(facts);
        return asked(facts).stream().map(waiving::look).toList();
    }

    /** What is asked of the market, whoever has waived it. */
    static List<Asked> asked(MarketFacts facts) {
        return POLICIES.stream().flatMap(policy -> policy.judge(facts).stream()).toList();
    }
}
