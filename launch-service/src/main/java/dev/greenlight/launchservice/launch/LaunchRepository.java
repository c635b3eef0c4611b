package dev.greenlight.launchservice.launch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps launches: the current revision of each, to be locked and searched, and every revision that ever was. */
@Repository
public class LaunchRepository {
    private final JdbcClient jdbc;
    private final StoredJson json;

    LaunchRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Which launches the board shows.
     *
     * @param viewer sees own drafts beside everything that is published
     * @param text part of the name or the product, whatever its case
     */
    public record Filter(
            String viewer,
            List<LaunchStatus> statuses,
            @Nullable String region,
            @Nullable Boolean ready,
            @Nullable String text) {}

    /** A filter's text without what surrounds it; null where nothing is left. */
    public static @Nullable String wanted(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The launch; empty when there is none. */
    public Optional<Launch> find(UUID id) {
        return jdbc.sql("SELECT document FROM launch WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** The launch as it was at an instant; empty when it was not there yet. */
    public Optional<Launch> findAsOf(UUID id, Instant asOf) {
        return jdbc.sql("""
                        SELECT document FROM launch_revision
                         WHERE launch_id = ? AND at <= ?
                         ORDER BY revision DESC
                         LIMIT 1
                        """)
                .params(id, Timestamp.from(asOf))
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** The launch, locked until the transaction ends. */
    public Optional<Launch> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /** Those of the launches that there are, locked in the order of their ids so that nobody waits in a circle. */
    public List<Launch> lock(Collection<UUID> ids) {
        return jdbc
                .sql("SELECT document FROM launch WHERE id = ANY(?) ORDER BY id FOR UPDATE")
                .param(ids.toArray(UUID[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    /** Launches whose pending decision is overdue and that nobody else works on, locked. */
    public List<Launch> lockOverdue(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT document FROM launch
                         WHERE decision_deadline <= ?
                         ORDER BY id
                         LIMIT ?
                           FOR UPDATE SKIP LOCKED
                        """).params(Timestamp.from(now), limit).query(String.class).list().stream()
                .map(this::read)
                .toList();
    }

    /** Launches that have a standing waiver whose time is over and that nobody else works on, locked. */
    public List<Launch> lockWithExpiredWaivers(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT document FROM launch
                         WHERE id IN (SELECT launch_id FROM waiver WHERE status = 'STANDING' AND expires_at <= ?)
                         ORDER BY id
                         LIMIT ?
                           FOR UPDATE SKIP LOCKED
                        """).params(Timestamp.from(now), limit).query(String.class).list().stream()
                .map(this::read)
                .toList();
    }

    /** A part of the board in the order of the go-live dates; {@code after} is where the part before ended. */
    public List<Launch> search(Filter filter, @Nullable BoardPosition after, int limit) {
        return jdbc
                .sql("""
                        SELECT document FROM launch l
                         WHERE (status <> 'DRAFT' OR owner = :viewer)
                           AND (cardinality(:statuses::text[]) = 0 OR status = ANY(:statuses::text[]))
                           AND (:region::text IS NULL OR regions @> ARRAY[:region::text])
                           AND (:ready::boolean IS NULL OR :ready = NOT EXISTS (
                                   SELECT FROM unnest(l.regions) AS market (region)
                                     LEFT JOIN market_readiness r ON r.launch_id = l.id AND r.region = market.region
                                    WHERE r.ready IS NOT TRUE))
                           AND (:text::text IS NULL OR strpos(lower(name), :text) > 0 OR strpos(lower(product), :text) > 0)
                           AND (:afterDate::date IS NULL OR (first_go_live, id) > (:afterDate::date, :afterId::uuid))
                         ORDER BY first_go_live, id
                         LIMIT :limit
                        """)
                .param("viewer", filter.viewer())
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("region", filter.region())
                .param("ready", filter.ready())
                .param("text", filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT))
                .param("afterDate", after == null ? null : after.firstGoLive())
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    /** Keeps a new launch. */
    void insert(Launch launch, String actor, Instant at) {
        String document = json.write(LaunchDocument.of(launch));
        jdbc.sql("""
                        INSERT INTO launch (id, revision, status, owner, product, name, regions, first_go_live, document)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        launch.id(),
                        launch.revision(),
                        launch.status().name(),
                        launch.owner(),
                        launch.plan().product(),
                        launch.plan().name(),
                        launch.plan().regions().toArray(String[]::new),
                        launch.plan().firstGoLiveDate(),
                        document)
                .update();
        appendRevision(launch, document, actor, at);
    }

    /** Keeps the next revision of a launch that is locked. */
    void update(Launch launch, String actor, Instant at) {
        String document = json.write(LaunchDocument.of(launch));
        PendingDecision pending = launch.pending();
        int updated = jdbc.sql("""
                        UPDATE launch
                           SET revision = ?, status = ?, owner = ?, product = ?, name = ?, regions = ?, first_go_live = ?,
                               decision_deadline = ?, document = ?::jsonb
                         WHERE id = ? AND revision = ? - 1
                        """)
                .params(Arrays.asList(
                        launch.revision(),
                        launch.status().name(),
                        launch.owner(),
                        launch.plan().product(),
                        launch.plan().name(),
                        launch.plan().regions().toArray(String[]::new),
                        launch.plan().firstGoLiveDate(),
                        pending == null ? null : Timestamp.from(pending.deadline()),
                        document,
                        launch.id(),
                        launch.revision()))
                .update();
        if (updated != 1) {
            throw new IllegalStateException(
                    "Launch " + launch.id() + " is not in revision " + (launch.revision() - 1) + "; it was not locked");
        }
        appendRevision(launch, document, actor, at);
    }

    private void appendRevision(Launch launch, String document, String actor, Instant at) {
        jdbc.sql("""
                        INSERT INTO launch_revision (launch_id, revision, at, actor, document)
                        VALUES (?, ?, ?, ?, ?::jsonb)
                        """)
                .params(launch.id(), launch.revision(), Timestamp.from(at), actor, document)
                .update();
    }

    private Launch read(String document) {
        return json.read(document, LaunchDocument.class).toLaunch();
    }
}
