package dev.greenlight.kit.transition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All steps of one state machine; what is not in the table can't happen. The code asks the table, the diagram is drawn from it,
 * and tests hold that each of its steps is taken. Immutable.
 *
 * @param <S> the states
 * @param <A> what leads from one to the next
 */
public final class TransitionTable<S extends Enum<S>, A extends Enum<A>> {
    private final List<Transition<S, A>> transitions;

    private TransitionTable(List<Transition<S, A>> transitions) {
        this.transitions = List.copyOf(transitions);
    }

    /** A table without steps, to be filled. */
    public static <S extends Enum<S>, A extends Enum<A>> Builder<S, A> builder() {
        return new Builder<>();
    }

    /** All steps, in the order in which they were written down. */
    public List<Transition<S, A>> transitions() {
        return transitions;
    }

    /** Where an action may lead from here: nowhere, to one state, or to one of several. */
    public List<S> after(@Nullable S from, A action) {
        return transitions.stream()
                .filter(it -> it.from() == from && it.action() == action)
                .map(Transition::to)
                .toList();
    }

    /** Whether an action may lead from here to there. */
    public boolean allows(@Nullable S from, A action, S to) {
        return after(from, action).contains(to);
    }

    /** Whether one step, whatever the action, leads from here to there. */
    public boolean connects(@Nullable S from, S to) {
        return transitions.stream().anyMatch(it -> it.from() == from && it.to() == to);
    }

    /**
     * The state that was reached, if the table has the step.
     *
     * @throws IllegalStateException when it does not: rules above the table should have refused before
     */
    public S reach(@Nullable S from, A action, S to) {
        if (!allows(from, action, to)) {
            throw new IllegalStateException("No step leads from " + from + " by " + action + " to " + to);
        }
        return to;
    }

    /** The table as a Mermaid state diagram; steps between the same states share an arrow. */
    public String diagram() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (Transition<S, A> it : transitions) {
            String arrow = it.before().map(Enum::name).orElse("[*]") + " --> " + it.to();
            labels.computeIfAbsent(arrow, key -> new ArrayList<>()).add(label(it));
        }
        String arrows = labels.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey() + ": " + String.join(" / ", arrow.getValue()))
                .collect(Collectors.joining("\n"));
        String ends = finalStates().stream()
                .map(state -> "    " + state + " --> [*]\n")
                .collect(Collectors.joining());
        return "stateDiagram-v2\n" + arrows + "\n" + ends;
    }

    private Collection<S> finalStates() {
        return transitions.stream()
                .map(Transition::to)
                .distinct()
                .filter(state -> transitions.stream().noneMatch(it -> it.from() == state && it.to() != state))
                .toList();
    }

    private static <S extends Enum<S>, A extends Enum<A>> String label(Transition<S, A> transition) {
        String action = transition.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return transition.when() == null ? action : action + " (" + transition.when() + ")";
    }

    /** Fills a table, line by line. */
    public static final class Builder<S extends Enum<S>, A extends Enum<A>> {
        private final List<Transition<S, A>> transitions = new ArrayList<>();

        private Builder() {}

        /** What begins a subject's life. */
        public Builder<S, A> start(A action, S to) {
            return add(new Transition<>(null, action, to, null));
        }

        /** An action that leads from a state to another. */
        public Builder<S, A> step(S from, A action, S to) {
            return add(new Transition<>(from, action, to, null));
        }

        /** An action that may lead to several states, with what decides for this one. */
        public Builder<S, A> step(S from, A action, S to, String when) {
            return add(new Transition<>(from, action, to, when));
        }

        /** An action that leads from each of several states to the same. */
        public Builder<S, A> fromEach(List<S> from, A action, S to) {
            from.forEach(state -> step(state, action, to));
            return this;
        }

        /** The table. */
        public TransitionTable<S, A> build() {
            return new TransitionTable<>(transitions);
        }

        private Builder<S, A> add(Transition<S, A> transition) {
            if (transitions.stream().anyMatch(it -> isSame(it, transition))) {
                throw new IllegalArgumentException("The table has this step already: " + transition);
            }
            transitions.add(transition);
            return this;
        }

        private static <S extends Enum<S>, A extends Enum<A>> boolean isSame(
                Transition<S, A> one, Transition<S, A> other) {
            return one.from() == other.from() && one.action() == other.action() && Objects.equals(one.to(), other.to());
        }
    }
}
