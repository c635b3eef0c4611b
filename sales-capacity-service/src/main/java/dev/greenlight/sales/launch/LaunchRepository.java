package dev.greenlight.sales.launch;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.rows.Columns;
import dev.greenlight.sales.rows.JsonColumn;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The launches and markets that sales has heard of. Everything that sales says of a market changes under the lock of its row;
 * a launch's own row is read only after that, so that what is read is at least as new as the lock.
 */
@Repository
public class LaunchRepository {
    private static final String LAUNCH_COLUMNS =
            "launch_id, revision, plan_revision, product, name, owner, status, status_since, decision_id";
    private static final String MARKET_COLUMNS =
            "launch_id, region, in_plan, go_live_date, zone, live, requirements, quotas, revision, reports_filed, reports_ended, open, pitch_revision";

    private final JdbcClient jdbc;
    private final JsonColumn json;

    LaunchRepository(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The launch as last heard of. */
    public Optional<Launch> find(UUID launchId) {
        return jdbc.sql("SELECT " + LAUNCH_COLUMNS + " FROM launch WHERE launch_id = :id")
                .param("id", launchId)
                .query((row, number) -> launch(row))
                .optional();
    }

    /** The launches with these ids. */
    public Map<UUID, Launch> find(Collection<UUID> launchIds) {
        return jdbc
                .sql("SELECT " + LAUNCH_COLUMNS + " FROM launch WHERE launch_id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(launchIds, id -> id))
                .query((row, number) -> launch(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Launch::id, Function.identity()));
    }

    /**
     * A page of launches in the order of their ids.
     *
     * @param regions only launches with a market in one of them; null for all
     * @param open only launches that still ask for staff there
     * @param after only launches after this one; null from the beginning
     */
    public List<Launch> list(@Nullable Set<String> regions, boolean open, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT %s FROM launch l
                        WHERE (:after::uuid IS NULL OR launch_id > :after::uuid)
                          AND EXISTS (SELECT 1 FROM market m WHERE m.launch_id = l.launch_id AND m.in_plan
                                      AND (:regions::text[] IS NULL OR m.region = ANY (:regions::text[]))
                                      AND (m.open OR NOT :open::boolean))
                          AND status <> 'DRAFT'
                        ORDER BY launch_id LIMIT :limit
                        """.formatted(LAUNCH_COLUMNS))
                .param("after", after)
                .param("regions", regions == null ? null : regions.toArray(String[]::new))
                .param("open", open)
                .param("limit", limit)
                .query((row, number) -> launch(row))
                .list();
    }

    /** Locks the rows of those of the launches that are known, for the one that takes over what was heard. */
    public Map<UUID, Launch> lockKnown(Collection<UUID> launchIds) {
        return jdbc
                .sql("SELECT " + LAUNCH_COLUMNS
                        + " FROM launch WHERE launch_id = ANY (:ids::uuid[]) ORDER BY launch_id FOR NO KEY UPDATE")
                .param("ids", Columns.of(launchIds, id -> id))
                .query((row, number) -> launch(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Launch::id, Function.identity()));
    }

    /**
     * Keeps what was heard, where it is newer than what is known.
     *
     * @return the launches that were newer
     */
    public Set<UUID> keepNewer(Collection<Launch> launches) {
        return Set.copyOf(jdbc.sql("""
                        INSERT INTO launch (launch_id, revision, plan_revision, product, name, owner, status, status_since, decision_id)
                        SELECT * FROM unnest(:ids::uuid[], :revisions::bigint[], :planRevisions::bigint[], :products::text[],
                            :names::text[], :owners::text[], :statuses::text[], :statusSinces::timestamptz[], :decisions::uuid[])
                            AS heard (launch_id, revision, plan_revision, product, name, owner, status, status_since, decision_id)
                        ORDER BY launch_id
                        ON CONFLICT (launch_id) DO UPDATE SET revision = excluded.revision,
                            plan_revision = excluded.plan_revision, product = excluded.product, name = excluded.name,
                            owner = excluded.owner, status = excluded.status, status_since = excluded.status_since,
                            decision_id = excluded.decision_id
                        WHERE excluded.revision > launch.revision
                        RETURNING launch_id
                        """)
                .param("ids", Columns.of(launches, Launch::id))
                .param("revisions", Columns.of(launches, Launch::revision))
                .param("planRevisions", Columns.of(launches, Launch::planRevision))
                .param("products", Columns.of(launches, Launch::product))
                .param("names", Columns.of(launches, Launch::name))
                .param("owners", Columns.of(launches, Launch::owner))
                .param("statuses", Columns.of(launches, Launch::status))
                .param("statusSinces", Columns.of(launches, Launch::statusSince))
                .param("decisions", Columns.of(launches, Launch::pendingDecision))
                .query(UUID.class)
                .list());
    }

    /** The markets of a launch, in the order of their regions, also those that were dropped from the plan. */
    public List<Market> markets(Collection<UUID> launchIds) {
        return jdbc.sql("SELECT " + MARKET_COLUMNS
                        + " FROM market WHERE launch_id = ANY (:ids::uuid[]) ORDER BY launch_id, region")
                .param("ids", Columns.of(launchIds, id -> id))
                .query((row, number) -> market(row))
                .list();
    }

    /** How many reports of each of the launches were published and have ended, over all markets that they ever had. */
    public Map<UUID, ReportCounts> reportCounts(Collection<UUID> launchIds) {
        if (launchIds.isEmpty()) {
            return Map.of();
        }
        record Row(UUID launch, ReportCounts counts) {}
        return jdbc
                .sql("""
                        SELECT launch_id, sum(reports_filed) AS filed, sum(reports_ended) AS ended
                        FROM market WHERE launch_id = ANY (:ids::uuid[]) GROUP BY launch_id
                        """)
                .param("ids", Columns.of(launchIds, id -> id))
                .query((row, number) -> new Row(
                        row.getObject("launch_id", UUID.class),
                        new ReportCounts(row.getLong("filed"), row.getLong("ended"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::launch, Row::counts));
    }

    /** Locks all markets of these launches. */
    public List<Market> lockMarketsOf(Collection<UUID> launchIds) {
        return jdbc.sql(
                        "SELECT " + MARKET_COLUMNS
                                + " FROM market WHERE launch_id = ANY (:ids::uuid[]) ORDER BY launch_id, region FOR NO KEY UPDATE")
                .param("ids", Columns.of(launchIds, id -> id))
                .query((row, number) -> market(row))
                .list();
    }

    /** Locks these markets, in one order that all keep. */
    public List<Market> lockMarkets(Collection<MarketKey> keys) {
        return jdbc.sql("""
                        SELECT %s FROM market
                        WHERE (launch_id, region) IN (SELECT * FROM unnest(:launches::uuid[], :regions::text[]))
                        ORDER BY launch_id, region FOR NO KEY UPDATE
                        """.formatted(MARKET_COLUMNS))
                .param("launches", Columns.of(keys, MarketKey::launchId))
                .param("regions", Columns.of(keys, MarketKey::region))
                .query((row, number) -> market(row))
                .list();
    }

    /** Locks one market. */
    public Optional<Market> lockMarket(MarketKey key) {
        return lockMarkets(List.of(key)).stream().findFirst();
    }

    /** Writes markets whose rows are locked, or new. */
    public void saveMarkets(Collection<Market> markets) {
        jdbc.sql("""
                        INSERT INTO market (launch_id, region, in_plan, go_live_date, zone, live, requirements, quotas,
                            revision, reports_filed, reports_ended, open, pitch_revision)
                        SELECT * FROM unnest(:launches::uuid[], :regions::text[], :inPlans::boolean[], :goLiveDates::date[],
                            :zones::text[], :lives::boolean[], :requirements::jsonb[], :quotas::jsonb[], :revisions::bigint[],
                            :filed::bigint[], :ended::bigint[], :opens::boolean[], :pitchRevisions::bigint[])
                        ON CONFLICT (launch_id, region) DO UPDATE SET in_plan = excluded.in_plan,
                            go_live_date = excluded.go_live_date, zone = excluded.zone, live = excluded.live,
                            requirements = excluded.requirements, quotas = excluded.quotas, revision = excluded.revision,
                            reports_filed = excluded.reports_filed, reports_ended = excluded.reports_ended,
                            open = excluded.open, pitch_revision = excluded.pitch_revision
                        """)
                .param("launches", Columns.of(markets, Market::launchId))
                .param("regions", Columns.of(markets, market -> market.plan().region()))
                .param("inPlans", Columns.of(markets, Market::inPlan))
                .param(
                        "goLiveDates",
                        Columns.of(markets, market -> market.plan().goLiveDate()))
                .param("zones", Columns.of(markets, market -> market.plan().zone()))
                .param("lives", Columns.of(markets, market -> market.plan().live()))
                .param("requirements", Columns.of(markets, market -> requirements(market.plan())))
                .param(
                        "quotas",
                        Columns.of(markets, market -> json.write(market.plan().quotas())))
                .param("revisions", Columns.of(markets, Market::revision))
                .param("filed", Columns.of(markets, Market::reportsFiled))
                .param("ended", Columns.of(markets, Market::reportsEnded))
                .param("opens", Columns.of(markets, Market::open))
                .param(
                        "pitchRevisions",
                        Columns.of(markets, market -> market.plan().pitchRevision()))
                .update();
    }

    /** Writes what a new answer changes of markets whose rows are locked; the plan stays as it is. */
    public void saveAnswered(Collection<Market> markets) {
        jdbc.sql("""
                        UPDATE market SET revision = answered.revision, reports_filed = answered.filed,
                            reports_ended = answered.ended, open = answered.open
                        FROM unnest(:launches::uuid[], :regions::text[], :revisions::bigint[], :filed::bigint[],
                            :ended::bigint[], :opens::boolean[]) AS answered (launch_id, region, revision, filed, ended, open)
                        WHERE market.launch_id = answered.launch_id AND market.region = answered.region
                        """)
                .param("launches", Columns.of(markets, Market::launchId))
                .param("regions", Columns.of(markets, market -> market.plan().region()))
                .param("revisions", Columns.of(markets, Market::revision))
                .param("filed", Columns.of(markets, Market::reportsFiled))
                .param("ended", Columns.of(markets, Market::reportsEnded))
                .param("opens", Columns.of(markets, Market::open))
                .update();
    }

    private static Launch launch(ResultSet row) throws SQLException {
        return new Launch(
                row.getObject("launch_id", UUID.class),
                row.getLong("revision"),
                row.getLong("plan_revision"),
                row.getString("product"),
                row.getString("name"),
                row.getString("owner"),
                LaunchStatus.valueOf(row.getString("status")),
                row.getObject("status_since", OffsetDateTime.class).toInstant(),
                row.getObject("decision_id", UUID.class));
    }

    private Market market(ResultSet row) throws SQLException {
        MarketPlan plan = new MarketPlan(
                row.getString("region"),
                row.getObject("go_live_date", LocalDate.class),
                row.getString("zone"),
                row.getBoolean("live"),
                json.read(row.getString("requirements"), RequirementRow.class).stream()
                        .map(RequirementRow::requirement)
                        .toList(),
                json.read(row.getString("quotas"), SegmentQuota.class),
                row.getLong("pitch_revision"));
        return new Market(
                row.getObject("launch_id", UUID.class),
                plan,
                row.getBoolean("in_plan"),
                row.getLong("revision"),
                row.getLong("reports_filed"),
                row.getLong("reports_ended"),
                row.getBoolean("open"));
    }

    private String requirements(MarketPlan plan) {
        return json.write(plan.requirements().stream().map(RequirementRow::of).toList());
    }

    /** A requirement as it stands in the column. */
    record RequirementRow(String id, String role, String fte, String from, String to) {
        static RequirementRow of(StaffRequirement requirement) {
            DateWindow window = requirement.window();
            return new RequirementRow(
                    requirement.id(),
                    requirement.role(),
                    requirement.fte().toString(),
                    window.from().toString(),
                    window.to().toString());
        }

        StaffRequirement requirement() {
            return new StaffRequirement(
                    id, role, new Fte(new BigDecimal(fte)), new DateWindow(LocalDate.parse(from), LocalDate.parse(to)));
        }
    }
}
