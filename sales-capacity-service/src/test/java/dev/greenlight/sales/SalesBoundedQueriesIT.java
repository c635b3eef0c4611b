package dev.greenlight.sales;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.testing.call.Examples;
import dev.greenlight.testing.call.ServiceCall;
import dev.greenlight.testing.call.StatementCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However many launches, teams, commitments and reports there are: the statements are the same. */
class SalesBoundedQueriesIT extends QuietSalesService {
    private static final int FEW = 3;
    private static final int MANY = 60;

    @Test
    void aCallNeedsAsManyStatementsWithManyRowsAsWithFew() {
        List<ServiceCall> reads =
                calls().stream().filter(call -> !call.isWrite()).toList();
        List<ServiceCall> writes = calls().stream().filter(ServiceCall::isWrite).toList();
        String launch = examples().launch();

        fill(launch, FEW);
        StatementCounts readsWithFew = count(reads, launch);
        StatementCounts writesWithFew = count(writes, launch);
        fill(launch, MANY);

        readsWithFew.stayedEqual(count(reads, launch), 6);
        writesWithFew.stayedEqual(count(writes, launch), 40);
    }

    @Test
    void aLargePlanIsTakenInWithAsManyStatementsAsASmallOne() {
        planned(1, 1, 1).stayedEqual(planned(1, 40, 20), 30);
    }

    @Test
    void aBatchOfEventsNeedsAsManyStatementsAsOneEvent() {
        planned(1, 1, 1).stayedEqual(planned(50, 1, 1), 30);
    }

    private StatementCounts count(List<ServiceCall> calls, String launch) {
        String report =
                client().send(examples().file(launch)).done().json().path("id").asString();
        Examples examples = examples().all().variable("launchId", () -> launch).variable("reportId", () -> report);
        return StatementCounts.of(calls, examples, client(), statements);
    }

    /** So many launches with promises and reports, so many teams, and so many reports and promises of this one. */
    private void fill(String launch, int rows) {
        for (int i = 0; i < rows; i++) {
            UUID other = UUID.randomUUID();
            marketingTells(List.of(examples().plan(other, 4, 3).build()));
            client().send(examples().commit(other.toString())).done();
            client().send(examples().file(other.toString())).done();
            client().send(examples().file(launch)).done();
            String team = "team-" + UUID.randomUUID();
            client().send(SalesExamples.sam("PUT", "/api/capacity/teams/" + SalesExamples.REGION)
                            .at(team)
                            .json("{\"name\": \"T\", \"reps\": [{\"id\": \"%s\", \"name\": \"R\"}]}"
                                    .formatted("rep-" + UUID.randomUUID())))
                    .done();
            client().send(SalesExamples.onRequirement("PUT", launch, "ae", "")
                            .json("{\"planRevision\": 1, \"team\": \"%s\", \"fte\": \"0.1\"}".formatted(team)))
                    .done();
        }
    }

    private StatementCounts planned(int launches, int markets, int requirements) {
        List<LaunchPlanned> plans = new ArrayList<>();
        List<LaunchPlanned> revisions = new ArrayList<>();
        for (int i = 0; i < launches; i++) {
            UUID launch = UUID.randomUUID();
            LaunchPlanned.Builder plan = examples().plan(launch, markets, requirements);
            plans.add(plan.build());
            revisions.add(plan.setRevision(2).setPlanRevision(2).build());
        }
        return new StatementCounts(Map.of(
                "what marketing has planned", statements.ofThisThread(() -> marketingTells(plans)),
                "what marketing has revised", statements.ofThisThread(() -> marketingTells(revisions))));
    }
}
