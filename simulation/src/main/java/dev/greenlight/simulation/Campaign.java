package dev.greenlight.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Many histories, each from a seed of its own, on all processors.
 *
 * @param firstSeed the seed of the first history; the others follow
 * @param histories how many
 */
public record Campaign(long firstSeed, long histories) {
    private static final long REPORTED_EVERY = 50_000;

    /** A history in which an invariant was violated. */
    public record Failure(long seed, Violation violation) {
        /** The shortest history that was found to fail in the same way, line by line. */
        public List<String> story() {
            return History.of(seed).shrunk().told();
        }
    }

    /**
     * What came of it.
     *
     * @param histories how many happened
     * @param failure one that failed; the others were given up then
     */
    public record Result(long histories, Tally tally, Optional<Failure> failure) {}

    /** Lets them happen until all have, or one fails. */
    public Result run() {
        return run(done -> {});
    }

    /**
     * As {@link #run()}.
     *
     * @param progress is told now and then how many have begun, from whichever thread
     */
    public Result run(LongConsumer progress) {
        AtomicLong next = new AtomicLong();
        Queue<Failure> failures = new ConcurrentLinkedQueue<>();
        Tally tally = new Tally();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread worker = new Thread(
                    () -> {
                        Tally own = new Tally();
                        for (long n = next.getAndIncrement();
                                n < histories && failures.isEmpty();
                                n = next.getAndIncrement()) {
                            if (n > 0 && n % REPORTED_EVERY == 0) {
                                progress.accept(n);
                            }
                            long seed = firstSeed + n;
                            History.of(seed).happen(own).ifPresent(it -> failures.add(new Failure(seed, it)));
                            own.count("histories");
                        }
                        synchronized (tally) {
                            tally.add(own);
                        }
                    },
                    "histories-" + i);
            workers.add(worker);
            worker.start();
        }
        workers.forEach(Campaign::await);
        return new Result(tally.of("histories"), tally, failures.stream().min(Comparator.comparing(Failure::seed)));
    }

    private static void await(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
