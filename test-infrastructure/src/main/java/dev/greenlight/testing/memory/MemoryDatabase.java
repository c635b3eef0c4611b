package dev.greenlight.testing.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Tables in memory, changed in transactions that take effect as a whole or not at all. One transaction runs at a time, as if every
 * one held the locks of all that it touches. Not thread-safe.
 */
public final class MemoryDatabase {
    private static final int NEVER = -1;

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean inTransaction;
    private int writesUntilCrash = NEVER;
    private long changes;

    /** The service died in the middle of a transaction. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Crash() {
            super("The service died in the middle of a transaction", null, false, false);
        }
    }

    /**
     * Does the work in one transaction.
     *
     * @throws RuntimeException what the work throws; then nothing has changed
     */
    public <T> T transaction(Supplier<T> work) {
        if (inTransaction) {
            return work.get();
        }
        inTransaction = true;
        boolean done = false;
        try {
            T result = work.get();
            crashIfDue();
            done = true;
            changes += undo.isEmpty() ? 0 : 1;
            return result;
        } finally {
            if (!done) {
                undo.descendingIterator().forEachRemaining(Runnable::run);
            }
            undo.clear();
            inTransaction = false;
            writesUntilCrash = NEVER;
        }
    }

    /** Does the work, in which nobody dies, and takes back whatever it has changed. */
    public <T> T withoutTrace(Supplier<T> work) {
        if (inTransaction) {
            throw new IllegalStateException("A transaction is under way");
        }
        int crashLater = writesUntilCrash;
        writesUntilCrash = NEVER;
        inTransaction = true;
        try {
            return work.get();
        } finally {
            undo.descendingIterator().forEachRemaining(Runnable::run);
            undo.clear();
            inTransaction = false;
            writesUntilCrash = crashLater;
        }
    }

    /** How many transactions have changed anything so far. */
    public long changes() {
        return changes;
    }

    /** Lets the service die in its next transaction, after so many writes or right before the end. */
    public void crashInNextTransaction(int afterWrites) {
        writesUntilCrash = afterWrites;
    }

    /** Lets the service live. */
    public void crashNoMore() {
        writesUntilCrash = NEVER;
    }

    void wrote(Runnable takesBack) {
        if (!inTransaction) {
            throw new IllegalStateException("Nothing is written outside a transaction");
        }
        undo.add(takesBack);
        if (writesUntilCrash > 0) {
            writesUntilCrash--;
        }
        if (writesUntilCrash == 0) {
            crashIfDue();
        }
    }

    private void crashIfDue() {
        if (writesUntilCrash != NEVER) {
            writesUntilCrash = NEVER;
            throw new Crash();
        }
    }
}
