package dev.greenlight.simulation;

/** {@code make simulate}: runs many histories and prints what happened in them, or the one that failed. */
public final class Simulate {
    private static final long USUAL = 1_000_000;

    private Simulate() {}

    /**
     * Runs them.
     *
     * @param args how many (a million when nothing is said), and the first seed (1)
     */
    public static void main(String[] args) {
        long histories = args.length > 0 ? Long.parseLong(args[0]) : USUAL;
        long firstSeed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        long began = System.nanoTime();
        Campaign.Result result = new Campaign(firstSeed, histories)
                .run(done -> System.out.printf("%,d histories after %,d s%n", done, secondsSince(began)));
        System.out.printf("%,d histories from seed %d in %,d s%n", result.histories(), firstSeed, secondsSince(began));
        result.tally().forEach((what, count) -> System.out.printf("  %,14d  %s%n", count, what));
        result.failure().ifPresent(failure -> {
            System.out.println("Seed " + failure.seed() + " violates "
                    + failure.violation().getMessage());
            failure.story().forEach(line -> System.out.println("  " + line));
            System.exit(1);
        });
    }

    private static long secondsSince(long began) {
        return (System.nanoTime() - began) / 1_000_000_000;
    }
}
