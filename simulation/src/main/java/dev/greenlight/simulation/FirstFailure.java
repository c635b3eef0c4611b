package dev.greenlight.simulation;

import java.util.Optional;
import java.util.function.Supplier;

/** Looks for a history that fails, and says which invariant it violates and how. For callers that can't name this package's types. */
public final class FirstFailure implements Supplier<Optional<String>> {
    private final Campaign campaign;

    /** Looks at so many histories. */
    public FirstFailure(long firstSeed, long histories) {
        campaign = new Campaign(firstSeed, histories);
    }

    @Override
    public Optional<String> get() {
        return campaign.run().failure().map(it -> it.violation().getMessage());
    }
}
