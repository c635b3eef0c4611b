package dev.greenlight.sales;

import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.call.DatabaseWork;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What committing and reading cost, with as many launches around as one likes and a launch as large as one likes. */
@OnPlatform(database = "sales_cost")
abstract class SalesCost extends QuietSalesService {
    private int launches;
    private int promised;

    /**
     * Makes the launches that many: one was planned and answered over HTTP; the others are its copies, each answered by a team
     * of its own in the same region.
     */
    void grow(DatabaseWork database, int wanted) {
        String template = examples().launch();
        client().send(examples().commit(template)).done();
        client().send(examples().file(template)).done();
        int last = wanted - 1;
        String ids = "generate_series(%d, %d) AS n".formatted(launches, last - 1);
        database.copy("launch", "launch_id", template, ids, "'name', 'Copy ' || n");
        database.copy("market", "launch_id", template, ids, "'region', kept.region");
        database.run("""
                INSERT INTO team
                SELECT (jsonb_populate_record(kept, jsonb_build_object('team', 'copy-' || n))).*
                  FROM team AS kept, %s
                 WHERE kept.team = 'quiet'
                """.formatted(ids));
        database.copy("commitment", "launch_id", template, ids, "'team', 'copy-' || n");
        database.run("ANALYZE");
        launches = wanted;
    }

    /** The things that must stay cheap, about a launch with so many requirements in one market, all of them answered. */
    Map<String, Runnable> things(DatabaseWork database, int requirements) {
        UUID id = UUID.randomUUID();
        String launch = id.toString();
        String team = "cost-" + id;
        marketingTells(List.of(examples().plan(id, 1, requirements).build()));
        client().send(SalesExamples.sam("PUT", "/api/capacity/teams/" + SalesExamples.REGION)
                        .at(team)
                        .json("{\"name\": \"T\", \"reps\": [{\"id\": \"rep-%s\", \"name\": \"R\"}]}".formatted(id)))
                .done();
        commit(launch, team, "ae");
        database.run("""
                INSERT INTO commitment
                SELECT (jsonb_populate_record(kept, jsonb_build_object('requirement_id', 'ae-' || n))).*
                  FROM commitment AS kept, generate_series(1, %d) AS n
                 WHERE kept.launch_id = '%s'
                """.formatted(requirements - 1, launch));
        Map<String, Runnable> things = new LinkedHashMap<>();
        things.put(
                "hear of a plan",
                () -> marketingTells(List.of(
                        examples().plan(UUID.randomUUID(), 1, requirements).build())));
        things.put("commit to one requirement", () -> commit(launch, team, "ae"));
        things.put("file a report", () -> client().send(examples().file(launch)).done());
        things.put(
                "read what is asked and given",
                () -> client().send(SalesExamples.sam("GET", "/api/capacity/launches/" + launch))
                        .done());
        things.put(
                "read ten launches",
                () -> client().send(SalesExamples.sam("GET", "/api/capacity/launches")
                                .withQuery("limit", "10"))
                        .done());
        return things;
    }

    /** Another FTE each time, so that there is something to do. */
    private void commit(String launch, String team, String requirement) {
        promised = promised % 9 + 1;
        client().send(SalesExamples.onRequirement("PUT", launch, requirement, "")
                        .json("{\"planRevision\": 1, \"team\": \"%s\", \"fte\": \"0.000%d\"}"
                                .formatted(team, promised)))
                .done();
    }

    DatabaseWork work() throws SQLException {
        return new DatabaseWork(database);
    }
}
