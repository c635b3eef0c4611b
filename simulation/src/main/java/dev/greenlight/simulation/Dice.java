package dev.greenlight.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Chance, all of it from one seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to one less than the end. */
    int below(int end) {
        return random.nextInt(end);
    }

    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    long seed() {
        return random.nextLong();
    }

    @SafeVarargs
    final <T> T oneOf(T first, T... others) {
        int index = random.nextInt(others.length + 1);
        return index == 0 ? first : others[index - 1];
    }

    <T> Optional<T> pick(Collection<T> among) {
        return among.stream()
                .skip(among.isEmpty() ? 0 : random.nextInt(among.size()))
                .findFirst();
    }

    /** Some of them, at least one if there is one. */
    <T> List<T> some(List<T> among) {
        List<T> picked = among.stream().filter(it -> chance(60)).toList();
        return picked.isEmpty() ? pick(among).stream().toList() : picked;
    }
}
