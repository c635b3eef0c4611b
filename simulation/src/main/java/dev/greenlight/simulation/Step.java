package dev.greenlight.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Something that happens. What exactly depends on the state that it meets, and on its own seed: so steps can be left out of a
 * history, and the others still mean something.
 */
record Step(StepKind kind, long seed) {
    private static final int FEWEST = 40;
    private static final int MOST = 170;

    /** The steps of the history of a seed. In every history some kinds are rare and others frequent, so that all mixtures come. */
    static List<Step> of(long seed) {
        Dice dice = new Dice(seed);
        boolean calm = dice.chance(25);
        Map<StepKind, Integer> weights = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            int factor = dice.oneOf(0, 1, 1, 2, 3);
            boolean needed = kind.by() == StepKind.By.MACHINES || kind == StepKind.PLAN;
            boolean never = calm && kind.by() == StepKind.By.ACCIDENT;
            weights.put(kind, never ? 0 : kind.weight() * (needed ? Math.max(1, factor) : factor));
        }
        int total = weights.values().stream().mapToInt(Integer::intValue).sum();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(StepKind.PLAN, dice.seed()));
        int count = dice.between(FEWEST, MOST);
        for (int i = 0; i < count; i++) {
            steps.add(new Step(drawn(weights, dice.below(total)), dice.seed()));
        }
        return List.copyOf(steps);
    }

    private static StepKind drawn(Map<StepKind, Integer> weights, int number) {
        int left = number;
        for (Map.Entry<StepKind, Integer> weighted : weights.entrySet()) {
            left -= weighted.getValue();
            if (left < 0) {
                return weighted.getKey();
            }
        }
        throw new IllegalStateException("No kind is drawn by " + number);
    }
}
