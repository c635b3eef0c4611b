package dev.greenlight.sales;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.sales.commitment.CommitmentCalls;
import dev.greenlight.sales.commitment.CommitmentsInMemory;
import dev.greenlight.sales.commitment.ReviewsInMemory;
import dev.greenlight.sales.fieldreport.OvertakenReports;
import dev.greenlight.sales.fieldreport.ReportCalls;
import dev.greenlight.sales.fieldreport.ReportsInMemory;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.LaunchesInMemory;
import dev.greenlight.sales.opportunity.OpportunitiesInMemory;
import dev.greenlight.sales.opportunity.Opportunity;
import dev.greenlight.sales.planchange.PlanChanges;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamCalls;
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
    private final ReviewsInMemory reviews;
    private final Assembly assembly;
    private final Clock clock;

    /** One without teams. */
    public SalesServiceInMemory(MemoryDatabase database, Outbox outbox, EventIds ids, Clock clock) {
        this.clock = clock;
        launches = new LaunchesInMemory(database);
        commitments = new CommitmentsInMemory(database, launches, clock);
        opportunities = new OpportunitiesInMemory(database);
        reports = new ReportsInMemory(database, opportunities);
        teams = new TeamsInMemory(database);
        reviews = new ReviewsInMemory(database, teams, () -> part(ReviewsInMemory.desk()));
        assembly = new Assembly()
                .with(launches)
                .with(commitments)
                .with(opportunities)
                .with(reports)
                .with(teams)
                .with(Outbox.class, outbox)
                .with(ids)
                .with(Clock.class, clock)
                .with(reviews);
    }

    /** Whether a team is to be looked at again by now. */
    public boolean isReviewDue() {
        return reviews.isDue(clock.instant());
    }

    /** Looks again at one team for which that is due. */
    public void reviewNextTeam() {
        reviews.reviewNext(clock.instant());
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

    /** What managers call about their teams. */
    public TeamCalls teamCalls() {
        return assembly.get(TeamCalls.class);
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

    private Object part(Class<?> type) {
        return assembly.get(type);
    }
}
