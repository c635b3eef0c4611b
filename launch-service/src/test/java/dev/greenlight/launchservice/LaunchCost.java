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
        copy(
                database,
                "launch",
                "id",
                ids,
                template,
                "'document', jsonb_set(kept.document, '{id}', to_jsonb(md5(n::text)::uuid))");
        copy(
                database,
                "launch_revision",
                "launch_id",
                ids,
                template,
                "'document', jsonb_set(kept.document, '{id}', to_jsonb(md5(n::text)::uuid))");
        copy(
                database,
                "history",
                "launch_id",
                ids,
                template,
                "'number', nextval(pg_get_serial_sequence('history', 'number'))");
        for (String table : List.of("market_readiness", "market_readiness_revision", "sales_snapshot")) {
            copy(database, table, "launch_id", ids, template, "'region', kept.region");
        }
        database.run("ANALYZE");
        launches = wanted;
    }

    private static void copy(
            DatabaseWork database, String table, String key, String ids, String template, String alsoChanged) {
        database.run("""
                INSERT INTO %1$s OVERRIDING SYSTEM VALUE
                SELECT (jsonb_populate_record(kept, jsonb_build_object('%2$s', md5(n::text)::uuid, %3$s))).*
                  FROM %1$s AS kept, %4$s
                 WHERE kept.%2$s = '%5$s'
                """.formatted(table, key, alsoChanged, ids, template));
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
