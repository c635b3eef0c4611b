package dev.greenlight.kit.transition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a state machine.
 *
 * @param from null for what begins a subject's life
 * @param action what somebody does, or what happens
 * @param when what decides between two steps that an action may lead to; null where there is no choice
 */
public record Transition<S extends Enum<S>, A extends Enum<A>>(
        @Nullable S from, A action, S to, @Nullable String when) {

    /** The state before; empty for what begins a subject's life. */
    public Optional<S> before() {
        return Optional.ofNullable(from);
    }
}
