package dev.greenlight.sales;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.sales.commitment.CommitmentCalls;
import dev.greenlight.sales.commitment.CommitmentsInMemory;
import dev.greenlight.sales.fieldreport.OvertakenReports;
import dev.greenlight.sales.fieldreport.ReportCalls;
import dev.greenlight.sales.fieldreport.ReportsInMemory;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.LaunchesInMemory;
import dev.greenlight.sales.opportunity.OpportunitiesInMemory;
import dev.greenlight.sales.opportunity.Opportunity;
import dev.greenlight.sales.planchange.PlanChanges;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamReviews;
import dev.greenlight.sales.team.TeamsInMemory;
import dev.greenlight.testing.memory.Assembly;
import dev.greenlight.testing.memory.MemoryDatabase;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * The sales service's own classes, with their rows in memory instead of in PostgreSQL. Every call is to be made in a transaction of
 * the database.
 */
public final class SalesServiceInMemory {
    private final LaunchesInMemory launches;
    private final CommitmentsInMemory commitments;
    private final ReportsInMemory reports;
    private final OpportunitiesInMemory opportunities;
    private final TeamsInMemory teams;
    private final Assembly assembly;

    /** One without teams. */
    public SalesServiceInMemory(MemoryDatabase database, Outbox outbox, EventIds ids, Clock clock) {
        launches = new LaunchesInMemory(database);
        commitments = new CommitmentsInMemory(database, launches, clock);
        opportunities = new OpportunitiesInMemory(database);
        reports = new ReportsInMemory(database, opportunities);
        teams = new TeamsInMemory(database);
        assembly = new Assembly()
                .with(launches)
                .with(commitments)
                .with(opportunities)
                .with(reports)
                .with(teams)
                .with(Outbox.class, outbox)
                .with(ids)
                .with(Clock.class, clock)
                .with(TeamReviews.class, requests -> {});
    }

    /** Sets up a team. */
    public void setUp(Team team) {
        teams.save(List.of(team));
    }

    /** Takes in what marketing plans. */
    public void hearOfPlans(List<LaunchPlanned> snapshots) {
        assembly.get(PlanChanges.class).apply(snapshots);
    }

    /** Takes over what the CRM says of opportunities now, and tells it to reports that name them. */
    public void importOpportunities(Collection<Opportunity> changed, String importer) {
        opportunities.saveOpportunities(changed);
        assembly.get(OvertakenReports.class).publishAnew(new Cause(importer, null));
    }

    /** What managers call. */
    public CommitmentCalls commitmentCalls() {
        return assembly.get(CommitmentCalls.class);
    }

    /** What field reps call. */
    public ReportCalls reportCalls() {
        return assembly.get(ReportCalls.class);
    }

    /** The launches that sales has heard of, with their markets. */
    public LaunchesInMemory launches() {
        return launches;
    }

    /** All answers. */
    public CommitmentsInMemory commitments() {
        return commitments;
    }

    /** All reports. */
    public ReportsInMemory reports() {
        return reports;
    }

    /** All teams. */
    public TeamsInMemory teams() {
        return teams;
    }
}
