package dev.greenlight.launchservice.decision;

import dev.greenlight.launchservice.decision.Decision.DecidedMarket;
import dev.greenlight.launchservice.decision.Decision.Outcome;
import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.launch.StoredJson;
import dev.greenlight.launchservice.readiness.FactsDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every go-live attempt with what it was decided on. */
@Repository
class DecisionRepository {
    private final JdbcClient jdbc;
    private final StoredJson json;

    DecisionRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a request; the database itself refuses a second pending one of the same launch. */
    void insert(UUID launchId, PendingDecision pending, long planRevision) {
        jdbc.sql("""
                        INSERT INTO decision (id, launch_id, outcome, requested_by, requested_at, plan_revision, markets)
                        VALUES (?, ?, 'PENDING', ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        pending.id(),
                        launchId,
                        pending.requestedBy(),
                        Timestamp.from(pending.requestedAt()),
                        planRevision,
                        json.write(pending.regions().stream()
                                .map(DecidedMarket::undecided)
                                .toList()))
                .update();
    }

    /** Keeps how a pending decision ended. */
    void decide(DecisionMade made, List<DecidedMarket> markets) {
        int updated = jdbc.sql("""
                        UPDATE decision
                           SET outcome = ?, cause = ?, decided_at = ?, plan_revision = ?, markets = ?::jsonb
                         WHERE id = ? AND outcome = 'PENDING'
                        """)
                .params(Arrays.asList(
                        (made.go() ? Outcome.GO : Outcome.NO_GO).name(),
                        made.cause(),
                        Timestamp.from(made.decidedAt()),
                        made.planRevision(),
                        json.write(markets),
                        made.id()))
                .update();
        if (updated != 1) {
            throw new IllegalStateException("Decision " + made.id() + " is not pending");
        }
    }

    /** Keeps the facts that each market of a decision was judged on. */
    void keepFacts(UUID decisionId, List<FactsDocument> facts) {
        jdbc.sql("""
                        INSERT INTO decision_facts (decision_id, region, facts)
                        SELECT ?, region, facts::jsonb FROM unnest(?::text[], ?::text[]) AS judged (region, facts)
                        """)
                .params(
                        decisionId,
                        facts.stream().map(FactsDocument::region).toArray(String[]::new),
                        facts.stream().map(json::write).toArray(String[]::new))
                .update();
    }

    /** The facts that were kept with a decision, by region. */
    Map<String, FactsDocument> facts(UUID decisionId) {
        return jdbc
                .sql("SELECT facts FROM decision_facts WHERE decision_id = ?")
                .param(decisionId)
                .query(String.class)
                .list()
                .stream()
                .map(facts -> json.read(facts, FactsDocument.class))
                .collect(Collectors.toMap(FactsDocument::region, Function.identity()));
    }

    /** The decision; empty when this launch has none such. */
    Optional<Decision> find(UUID launchId, UUID id) {
        return jdbc.sql("SELECT * FROM decision WHERE launch_id = ? AND id = ?")
                .params(launchId, id)
                .query((row, index) -> read(row))
                .optional();
    }

    /** Decisions of a launch, the newest first; ids grow with time, {@code after} is where the part before ended. */
    List<Decision> of(UUID launchId, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM decision
                         WHERE launch_id = :launch AND (:after::uuid IS NULL OR id < :after::uuid)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("launch", launchId)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    private Decision read(ResultSet row) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("cause"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("decided_at")),
                row.getLong("plan_revision"),
                List.of(json.read(row.getString("markets"), DecidedMarket[].class)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
