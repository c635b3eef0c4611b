package dev.greenlight.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A sequence of steps, and what comes of it. */
public final class History {
    private final List<Step> steps;

    History(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The history of a seed. */
    public static History of(long seed) {
        return new History(Step.of(seed));
    }

    List<Step> steps() {
        return steps;
    }

    /** Lets it happen; the first violation, if there is one. */
    public Optional<Violation> happen(Tally tally) {
        return happen(tally, what -> {});
    }

    /** Lets it happen again and tells it line by line. */
    public List<String> told() {
        List<String> lines = new ArrayList<>();
        Optional<Violation> violation = happen(new Tally(), what -> lines.add(what.get()));
        violation.ifPresent(it -> lines.add("VIOLATED " + it.getMessage()));
        return lines;
    }

    private Optional<Violation> happen(Tally tally, Consumer<Supplier<String>> narrator) {
        World world = new World(narrator);
        try {
            steps.forEach(world::perform);
            world.comeToRest();
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(violation);
        } catch (RuntimeException e) {
            return Optional.of(new Violation(Invariant.NOTHING_BREAKS, "the simulation itself ended in " + e, e));
        } finally {
            tally.add(world.tally());
        }
    }

    /** A history with as few of these steps as still violates the same invariant. */
    public History shrunk() {
        Optional<Violation> violation = happen(new Tally());
        return violation.isEmpty() ? this : new Shrinking(violation.get().invariant()).shrink(this);
    }

    /** Leaves out ever smaller parts, as long as what is left fails in the same way. */
    private record Shrinking(Invariant invariant) {
        History shrink(History failing) {
            List<Step> left = failing.steps;
            for (int part = Math.max(1, left.size() / 2); part >= 1; part /= 2) {
                int from = 0;
                while (from < left.size()) {
                    List<Step> without = new ArrayList<>(left);
                    without.subList(from, Math.min(left.size(), from + part)).clear();
                    if (stillFails(without)) {
                        left = without;
                    } else {
                        from += part;
                    }
                }
            }
            return new History(left);
        }

        private boolean stillFails(List<Step> steps) {
            return new History(steps)
                    .happen(new Tally())
                    .filter(it -> it.invariant() == invariant)
                    .isPresent();
        }
    }
}
