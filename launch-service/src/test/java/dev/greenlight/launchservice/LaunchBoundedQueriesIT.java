package dev.greenlight.launchservice;

import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.testing.call.Examples;
import dev.greenlight.testing.call.ServiceCall;
import dev.greenlight.testing.call.StatementCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However many launches, markets, reports, gaps and decisions there are: the statements are the same. */
class LaunchBoundedQueriesIT extends QuietLaunchService {
    private static final int FEW = 3;
    private static final int MANY = 60;

    private long reported;

    @Test
    void aCallNeedsAsManyStatementsWithManyRowsAsWithFew() {
        List<ServiceCall> reads =
                calls().stream().filter(call -> !call.isWrite()).toList();
        List<ServiceCall> writes = calls().stream().filter(ServiceCall::isWrite).toList();
        String launch = examples().planned();

        fill(launch, FEW);
        StatementCounts readsWithFew = count(reads, launch);
        StatementCounts writesWithFew = count(writes, launch);
        fill(launch, MANY);

        readsWithFew.stayedEqual(count(reads, launch), 6);
        writesWithFew.stayedEqual(count(writes, launch), 25);
    }

    @Test
    void aLargePlanNeedsAsManyStatementsAsASmallOne() {
        planning(1, 1).stayedEqual(planning(40, 20), 20);
    }

    @Test
    void aBatchOfEventsNeedsAsManyStatementsAsOneEvent() {
        batches(1).stayedEqual(batches(50), 30);
    }

    private StatementCounts count(List<ServiceCall> calls, String launch) {
        String gap = client().send(LaunchExamples.maya("GET", "/api/gaps").withQuery("launch", launch))
                .json()
                .at("/items/0/id")
                .asString();
        String decision = client().send(LaunchExamples.maya("GET", "/api/launches/" + launch + "/decisions"))
                .json()
                .at("/items/0/id")
                .asString();
        Examples examples = examples()
                .all()
                .variable("launches/id", () -> launch)
                .variable("launchId", () -> launch)
                .variable("gaps/id", () -> gap)
                .variable("decisionId", () -> decision);
        return StatementCounts.of(calls, examples, client(), statements);
    }

    /** So many launches with markets and facts, and so many reports, gaps and decisions of this one. */
    private void fill(String launch, int rows) {
        for (int i = 0; i < rows; i++) {
            String other = examples().create(examples().plan(4, 3));
            fieldTells(List.of(blocker(other, i)));
            fieldTells(List.of(blocker(launch, Math.toIntExact(reported))));
            reported++;
        }
        for (int i = 0; i < rows / 3; i++) {
            String decision = examples().askToGoLive(launch);
            salesTells(List.of(market(launch, rows * 1_000L + i)
                    .setDecisionId(UUID.fromString(decision))
                    .setLaunchReportsFiled(reported)
                    .setLaunchReportsEnded(0L)
                    .build()));
        }
    }

    private StatementCounts planning(int markets, int requirements) {
        Map<String, Long> counts = new TreeMap<>();
        String[] launch = {""};
        counts.put(
                "plan",
                statements.ofCalls(
                        () -> launch[0] = examples().create(examples().plan(markets, requirements))));
        counts.put(
                "revise",
                statements.ofCalls(() -> client().send(LaunchExamples.maya("PUT", "/api/launches/" + launch[0])
                                .with("If-Match", "\"1\"")
                                .json(examples().plan(markets + 1, requirements)))
                        .done()));
        counts.put(
                "read readiness",
                statements.ofCalls(
                        () -> client().send(LaunchExamples.maya("GET", "/api/launches/" + launch[0] + "/readiness"))
                                .done()));
        return new StatementCounts(counts);
    }

    private StatementCounts batches(int size) {
        List<SalesResourced> staff = new ArrayList<>();
        List<FeatureGapReported> reports = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String launch = examples().planned();
            staff.add(market(launch, 1).build());
            reports.add(blocker(launch, i));
        }
        return new StatementCounts(Map.of(
                "what sales has committed", statements.ofThisThread(() -> salesTells(staff)),
                "what the field has reported", statements.ofThisThread(() -> fieldTells(reports))));
    }

    private static FeatureGapReported blocker(String launch, int number) {
        return new SalesStandIn(UUID.fromString(launch))
                .blocker(
                        LaunchExamples.REGION,
                        "Account " + number,
                        "fay",
                        "Feature " + number,
                        SalesStandIn.opportunity("O" + number, 100, true))
                .build();
    }

    private static SalesResourced.Builder market(String launch, long revision) {
        return new SalesStandIn(UUID.fromString(launch))
                .snapshot(LaunchExamples.REGION, revision, 1)
                .setCommitments(List.of(SalesStandIn.commitment(
                        "ae",
                        "1",
                        LaunchServiceIT.today(),
                        LaunchServiceIT.today().plusDays(60))));
    }
}
