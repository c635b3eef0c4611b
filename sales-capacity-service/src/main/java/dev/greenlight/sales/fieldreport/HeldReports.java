package dev.greenlight.sales.fieldreport;

import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.ReportCounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The reports, corrections and withdrawals that were acknowledged while a go-live decision was pending. They take effect when
 * it has fallen, so that the decision is made on the same facts on both sides.
 */
@Component
public class HeldReports {
    private final ReportRepository reports;
    private final ReportEvents events;

    HeldReports(ReportRepository reports, ReportEvents events) {
        this.reports = reports;
        this.events = events;
    }

    /**
     * Lets everything that was held back for these launches take effect; their markets' rows are locked.
     *
     * @return what this adds to the counts of each market
     */
    public Map<MarketKey, ReportCounts> release(Collection<UUID> launchIds, Map<UUID, Cause> causes) {
        List<FieldReport> held = reports.lockHeld(launchIds);
        if (held.isEmpty()) {
            return Map.of();
        }
        List<FieldReport> released = held.stream().map(FieldReport::released).toList();
        reports.update(released);
        events.publish(
                released,
                report -> Optional.ofNullable(causes.get(report.market().launchId()))
                        .orElseThrow(() -> new IllegalStateException("No event released " + report.id())));
        return held.stream()
                .collect(Collectors.toMap(FieldReport::market, FieldReport::countsWhenReleased, ReportCounts::plus));
    }
}
