package dev.greenlight.simulation;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A person's call, which may be sent again.
 *
 * @param key its Idempotency-Key
 * @param what in words
 * @param work what the service does, in a transaction
 * @param receipts what an answer promises
 */
record Call<T>(
        long key, ServiceNode node, String what, Class<T> type, Supplier<T> work, Function<T, List<Receipt>> receipts) {
    T send() {
        return node.once(key, type, work);
    }
}
