package dev.greenlight.sales.fieldreport;

import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.opportunity.NamedOpportunity;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The standing reports that name an opportunity which an import has closed or given another value. */
@Component
public class OvertakenReports {
    private final ReportRepository reports;
    private final OpportunityRepository opportunities;
    private final ReportEvents events;

    OvertakenReports(ReportRepository reports, OpportunityRepository opportunities, ReportEvents events) {
        this.reports = reports;
        this.opportunities = opportunities;
        this.events = events;
    }

    /** Gives each of them a new revision with what the CRM says now; the importer holds the lock of imports. */
    public void publishAnew(Cause cause) {
        List<FieldReport> overtaken = reports.lockOvertaken();
        if (overtaken.isEmpty()) {
            return;
        }
        Map<String, NamedOpportunity> current = opportunities.named(overtaken.stream()
                .flatMap(report -> report.opportunities().stream())
                .map(NamedOpportunity::id)
                .collect(Collectors.toSet()));
        List<FieldReport> renewed = overtaken.stream()
                .map(report -> report.withOpportunities(report.opportunities().stream()
                        .flatMap(named -> Optional.ofNullable(current.get(named.id())).stream())
                        .toList()))
                .toList();
        reports.update(renewed);
        events.publish(renewed.stream().filter(report -> !report.isHeld()).toList(), report -> cause);
    }
}
