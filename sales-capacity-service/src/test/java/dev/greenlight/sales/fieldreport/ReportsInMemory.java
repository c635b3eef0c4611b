package dev.greenlight.sales.fieldreport;

import dev.greenlight.sales.opportunity.NamedOpportunity;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import dev.greenlight.sales.rows.JsonColumn;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Field reports in memory. */
public final class ReportsInMemory extends ReportRepository {
    private final MemoryTable<UUID, FieldReport> reports;
    private final OpportunityRepository opportunities;

    /** Nothing was reported yet. */
    public ReportsInMemory(MemoryDatabase database, OpportunityRepository opportunities) {
        super(NoDatabase.client(), new JsonColumn());
        reports = new MemoryTable<>(database);
        this.opportunities = opportunities;
    }

    /** All reports, those that are held back too. */
    public Collection<FieldReport> all() {
        return reports.rows();
    }

    @Override
    Optional<FieldReport> find(UUID reportId) {
        return reports.get(reportId);
    }

    @Override
    Optional<FieldReport> lock(UUID reportId) {
        return reports.get(reportId);
    }

    @Override
    List<FieldReport> lockHeld(Collection<UUID> launchIds) {
        return reports.rows().stream()
                .filter(report -> launchIds.contains(report.market().launchId()))
                .filter(report -> report.isHeld() || report.ending() != null)
                .toList();
    }

    @Override
    List<FieldReport> lockOvertaken() {
        return reports.rows().stream()
                .filter(report -> report.status() == ReportStatus.STANDING)
                .filter(report -> report.opportunities().stream().anyMatch(this::isOvertaken))
                .toList();
    }

    @Override
    List<FieldReport> list(UUID launchId, Filter filter, @Nullable UUID before, int limit) {
        throw new UnsupportedOperationException("Nobody looks through the reports of a sales service in memory");
    }

    @Override
    void insert(FieldReport report) {
        reports.put(report.id(), report);
    }

    @Override
    void update(Collection<FieldReport> changed) {
        changed.forEach(report -> reports.put(report.id(), report));
    }

    private boolean isOvertaken(NamedOpportunity named) {
        return !named.equals(opportunities.named(List.of(named.id())).get(named.id()));
    }
}
