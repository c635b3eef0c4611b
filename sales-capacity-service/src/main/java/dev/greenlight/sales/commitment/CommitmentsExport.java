package dev.greenlight.sales.commitment;

import dev.greenlight.kit.exchange.Exports.Rows;
import dev.greenlight.kit.exchange.FileExport;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sales has answered, one row for each team's answer to a requirement. */
@Component
class CommitmentsExport implements FileExport {
    private static final int LAUNCHES_AT_ONCE = 20;

    private final CommitmentRepository commitments;
    private final JdbcClient jdbc;

    CommitmentsExport(CommitmentRepository commitments, JdbcClient jdbc) {
        this.commitments = commitments;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "commitments";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "launch",
                "region",
                "requirement",
                "team",
                "status",
                "fte",
                "from",
                "to",
                "reps",
                "plan_revision",
                "by",
                "at",
                "reason");
    }

    @Override
    public void write(Selection selection, Rows rows) {
        List<UUID> part = launches(selection, null);
        while (!part.isEmpty()) {
            commitments.ofLaunches(part).stream()
                    .filter(answer -> selection.region() == null
                            || selection.region().equals(answer.key().market().region()))
                    .forEach(answer -> write(answer, rows));
            part = launches(selection, part.get(part.size() - 1));
        }
    }

    private static void write(Commitment answer, Rows rows) {
        rows.write(
                answer.key().market().launchId(),
                answer.key().market().region(),
                answer.key().requirementId(),
                answer.key().team(),
                answer.status(),
                answer.fte(),
                answer.window().from(),
                answer.window().to(),
                reps(answer),
                answer.planRevision(),
                answer.by(),
                answer.at(),
                answer.reason());
    }

    /** Named people as they stand in a cell, each with their part. */
    static List<String> reps(Commitment answer) {
        return answer.reps().stream().map(rep -> rep.id() + " " + rep.fte()).toList();
    }

    private List<UUID> launches(Selection selection, @Nullable UUID after) {
        return jdbc.sql("""
                        SELECT DISTINCT launch_id FROM commitment
                        WHERE (:launch::uuid IS NULL OR launch_id = :launch::uuid)
                          AND (:after::uuid IS NULL OR launch_id > :after::uuid)
                        ORDER BY launch_id LIMIT :limit
                        """)
                .param("launch", selection.launch())
                .param("after", after)
                .param("limit", LAUNCHES_AT_ONCE)
                .query(UUID.class)
                .list();
    }
}
