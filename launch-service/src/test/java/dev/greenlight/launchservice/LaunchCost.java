package dev.greenlight.launchservice;

import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.call.DatabaseWork;
import dev.greenlight.testing.call.TestRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What planning and reading cost, with as many launches around as one likes and a launch as large as one likes. */
@OnPlatform(database = "launch_cost")
abstract class LaunchCost extends QuietLaunchService {
    private final AtomicLong salesRevision = new AtomicLong();
    private int launches;

    /**
     * Makes the launches that many: one is planned over HTTP, and sales has answered it; the others are its copies in every
     * table that has rows of it.
     */
    void grow(DatabaseWork database, int wanted) {
        String template = examples().create(examples().plan(3, 3));
        salesTells(List.of(new SalesStandIn(UUID.fromString(template))
                .snapshot("Region 1", 1, 1)
                .build()));
        int last = wanted - 1;
        String ids = "generate_series(%d, %d) AS n".formatted(launches, last - 1);
        database.copy(
                "launch",
                "id",
                template,
                ids,
                "'document', jsonb_set(kept.document, '{id}', to_jsonb(md5(n::text)::uuid))");
        database.copy(
                "launch_revision",
                "launch_id",
                template,
                ids,
                "'document', jsonb_set(kept.document, '{id}', to_jsonb(md5(n::text)::uuid))");
        database.copy(
                "history",
                "launch_id",
                template,
                ids,
                "'number', nextval(pg_get_serial_sequence('history', 'number'))");
        for (String table : List.of("market_readiness", "market_readiness_revision", "sales_snapshot")) {
            database.copy(table, "launch_id", template, ids, "'region', kept.region");
        }
        database.run("ANALYZE");
        launches = wanted;
    }

    /** The things that must stay cheap, about a launch with so many requirements in one market. */
    Map<String, Runnable> things(int requirements) {
        String launch = examples().create(examples().plan(1, requirements));
        UUID id = UUID.fromString(launch);
        List<dev.greenlight.events.Commitment> commitments = new ArrayList<>();
        for (int i = 0; i < requirements; i++) {
            commitments.add(SalesStandIn.commitment(
                    i == 0 ? "ae" : "ae-" + i,
                    "2.5",
                    LaunchServiceIT.today(),
                    LaunchServiceIT.today().plusDays(60)));
        }
        Map<String, Runnable> things = new LinkedHashMap<>();
        things.put("plan", () -> examples().create(examples().plan(1, requirements)));
        things.put("read the plan", () -> get("/api/launches/" + launch));
        things.put("read readiness", () -> get("/api/launches/" + launch + "/readiness"));
        things.put("read ten launches of the board", () -> get("/api/launches"));
        things.put(
                "hear what sales has committed",
                () -> salesTells(List.of(new SalesStandIn(id)
                        .snapshot(LaunchExamples.REGION, salesRevision.incrementAndGet(), 1)
                        .setCommitments(commitments)
                        .build())));
        return things;
    }

    DatabaseWork work() throws SQLException {
        return new DatabaseWork(database);
    }

    private void get(String path) {
        TestRequest request = LaunchExamples.maya("GET", path).withQuery("limit", "10");
        client().send(request).done();
    }
}
