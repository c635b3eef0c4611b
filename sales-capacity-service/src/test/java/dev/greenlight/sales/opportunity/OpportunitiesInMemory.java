package dev.greenlight.sales.opportunity;

import dev.greenlight.kit.money.Money;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the CRM knows, in memory: opportunities that have a value, and no more. */
public final class OpportunitiesInMemory extends OpportunityRepository {
    private final MemoryTable<String, Opportunity> opportunities;

    /** The CRM is empty. */
    public OpportunitiesInMemory(MemoryDatabase database) {
        super(NoDatabase.client());
        opportunities = new MemoryTable<>(database);
    }

    @Override
    public void holdStill() {
        // One transaction runs at a time.
    }

    @Override
    public void lockForImport() {
        // One transaction runs at a time.
    }

    @Override
    public Optional<Account> account(String name) {
        return Optional.empty();
    }

    @Override
    public Map<String, Account> accounts(Collection<String> keys) {
        return Map.of();
    }

    @Override
    public Map<String, Product> products() {
        return Map.of();
    }

    @Override
    public Map<String, Opportunity> opportunities(Collection<String> ids) {
        return opportunities.get(ids).collect(Collectors.toMap(Opportunity::id, Function.identity()));
    }

    @Override
    public Map<String, NamedOpportunity> named(Collection<String> ids) {
        return opportunities.get(ids).collect(Collectors.toMap(Opportunity::id, OpportunitiesInMemory::named));
    }

    @Override
    public void saveOpportunities(Collection<Opportunity> changed) {
        changed.forEach(it -> opportunities.put(it.id(), it));
    }

    @Override
    public void saveAccounts(Collection<Account> accounts) {
        throw new UnsupportedOperationException("A CRM in memory has opportunities only");
    }

    @Override
    public void saveProducts(Collection<Product> products) {
        throw new UnsupportedOperationException("A CRM in memory has opportunities only");
    }

    private static NamedOpportunity named(Opportunity opportunity) {
        Long amount = opportunity.amount();
        if (amount == null) {
            throw new IllegalStateException("An opportunity in memory has a value: " + opportunity.id());
        }
        return new NamedOpportunity(
                opportunity.id(),
                opportunity.product(),
                new Money(amount, opportunity.currency()),
                false,
                opportunity.stage().isOpen());
    }
}
