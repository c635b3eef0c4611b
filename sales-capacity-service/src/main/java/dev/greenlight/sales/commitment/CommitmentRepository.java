package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.rows.Columns;
import dev.greenlight.sales.rows.JsonColumn;
import dev.greenlight.sales.team.PromisedReps;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.TeamKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
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

/** Each team's latest answer to each requirement. A market's answers change only under the lock of the market's row. */
@Repository
public class CommitmentRepository implements PromisedReps {
    private final JdbcClient jdbc;
    private final JsonColumn json;
    private final LaunchRepository launches;
    private final Clock clock;

    CommitmentRepository(JdbcClient jdbc, JsonColumn json, LaunchRepository launches, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.launches = launches;
        this.clock = clock;
    }

    /** All answers to these launches. */
    public List<Commitment> ofLaunches(Collection<UUID> launchIds) {
        return jdbc.sql("""
                        SELECT * FROM commitment WHERE launch_id = ANY (:launches::uuid[])
                        ORDER BY launch_id, region, requirement_id, team
                        """)
                .param("launches", Columns.of(launchIds, id -> id))
                .query((row, number) -> commitment(row))
                .list();
    }

    /** All answers to these markets. */
    public List<Commitment> ofMarkets(Collection<MarketKey> markets) {
        return jdbc.sql("""
                        SELECT * FROM commitment
                        WHERE (launch_id, region) IN (SELECT * FROM unnest(:launches::uuid[], :regions::text[]))
                        ORDER BY launch_id, region, requirement_id, team
                        """)
                .param("launches", Columns.of(markets, MarketKey::launchId))
                .param("regions", Columns.of(markets, MarketKey::region))
                .query((row, number) -> commitment(row))
                .list();
    }

    /** One team's answer to one requirement. */
    Optional<Commitment> find(CommitmentKey key) {
        return jdbc.sql("""
                        SELECT * FROM commitment
                        WHERE launch_id = :launch AND region = :region AND requirement_id = :requirement AND team = :team
                        """)
                .param("launch", key.market().launchId())
                .param("region", key.market().region())
                .param("requirement", key.requirementId())
                .param("team", key.team())
                .query((row, number) -> commitment(row))
                .optional();
    }

    /** What holds a team's people on any of the days from this one on; what is promised to launches long on hold does not. */
    List<Binding> binding(String region, String teamId, LocalDate from) {
        Instant now = clock.instant();
        return promised(region, teamId, from).stream()
                .filter(binding -> binding.bindsPeopleAt(now))
                .toList();
    }

    /** All that a team has promised for any of the days from this one on, also to launches long on hold. */
    List<Binding> promised(String region, String teamId, LocalDate from) {
        List<Commitment> commitments = jdbc.sql("""
                        SELECT * FROM commitment
                        WHERE region = :region AND team = :team AND window_to >= :from AND status IN ('CONFIRMED', 'STALE')
                        ORDER BY launch_id, requirement_id
                        """)
                .param("region", region)
                .param("team", teamId)
                .param("from", from)
                .query((row, number) -> commitment(row))
                .list();
        return withLaunches(commitments);
    }

    /** What holds people of these teams on any day of the window; what is promised to launches long on hold does not. */
    List<Binding> binding(Collection<TeamKey> teams, DateWindow window) {
        List<Commitment> commitments = jdbc.sql("""
                        SELECT * FROM commitment
                        WHERE (region, team) IN (SELECT * FROM unnest(:regions::text[], :teams::text[]))
                          AND window_from <= :to AND window_to >= :from AND status IN ('CONFIRMED', 'STALE')
                        ORDER BY launch_id, region, requirement_id, team
                        """)
                .param("regions", Columns.of(teams, TeamKey::region))
                .param("teams", Columns.of(teams, TeamKey::team))
                .param("from", window.from())
                .param("to", window.to())
                .query((row, number) -> commitment(row))
                .list();
        Instant now = clock.instant();
        return withLaunches(commitments).stream()
                .filter(binding -> binding.bindsPeopleAt(now))
                .toList();
    }

    @Override
    public List<RepBooking> of(String region, String teamId) {
        return binding(region, teamId, Today.anywhere(clock.instant())).stream()
                .flatMap(binding -> binding.bookings().stream())
                .toList();
    }

    /** Writes answers to markets whose rows are locked. */
    public void save(Collection<Commitment> commitments) {
        if (commitments.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO commitment (launch_id, region, requirement_id, team, status, role, fte, window_from, window_to,
                            answered_from, answered_to, reps, absences, plan_revision, answered_by, answered_at, reason,
                            counter_fte, counter_from, counter_to, warnings, withdrawal_reason, withdrawal_by, withdrawal_at)
                        SELECT launch_id, region, requirement_id, team, status, role, fte, window_from, window_to,
                            answered_from, answered_to, reps, absences, plan_revision, answered_by, answered_at, reason,
                            counter_fte, counter_from, counter_to,
                            ARRAY(SELECT jsonb_array_elements_text(warnings)), withdrawal_reason, withdrawal_by, withdrawal_at
                        FROM unnest(:launches::uuid[], :regions::text[], :requirements::text[], :teams::text[], :statuses::text[],
                            :roles::text[], :ftes::numeric[], :froms::date[], :tos::date[], :answeredFroms::date[],
                            :answeredTos::date[], :reps::jsonb[], :absences::jsonb[], :planRevisions::bigint[], :bys::text[],
                            :ats::timestamptz[], :reasons::text[], :counterFtes::numeric[], :counterFroms::date[],
                            :counterTos::date[], :warnings::jsonb[], :withdrawalReasons::text[], :withdrawalBys::text[],
                            :withdrawalAts::timestamptz[])
                            AS given (launch_id, region, requirement_id, team, status, role, fte, window_from, window_to,
                                answered_from, answered_to, reps, absences, plan_revision, answered_by, answered_at, reason,
                                counter_fte, counter_from, counter_to, warnings, withdrawal_reason, withdrawal_by, withdrawal_at)
                        ON CONFLICT (launch_id, region, requirement_id, team) DO UPDATE SET status = excluded.status,
                            role = excluded.role, fte = excluded.fte, window_from = excluded.window_from,
                            window_to = excluded.window_to, answered_from = excluded.answered_from,
                            answered_to = excluded.answered_to, reps = excluded.reps, absences = excluded.absences,
                            plan_revision = excluded.plan_revision, answered_by = excluded.answered_by,
                            answered_at = excluded.answered_at, reason = excluded.reason, counter_fte = excluded.counter_fte,
                            counter_from = excluded.counter_from, counter_to = excluded.counter_to,
                            warnings = excluded.warnings, withdrawal_reason = excluded.withdrawal_reason,
                            withdrawal_by = excluded.withdrawal_by, withdrawal_at = excluded.withdrawal_at
                        """)
                .param("launches", Columns.of(commitments, c -> c.key().market().launchId()))
                .param("regions", Columns.of(commitments, c -> c.key().market().region()))
                .param("requirements", Columns.of(commitments, c -> c.key().requirementId()))
                .param("teams", Columns.of(commitments, c -> c.key().team()))
                .param("statuses", Columns.of(commitments, Commitment::status))
                .param("roles", Columns.of(commitments, Commitment::role))
                .param("ftes", Columns.of(commitments, Commitment::fte))
                .param("froms", Columns.of(commitments, c -> c.window().from()))
                .param("tos", Columns.of(commitments, c -> c.window().to()))
                .param(
                        "answeredFroms",
                        Columns.of(commitments, c -> c.answered().from()))
                .param("answeredTos", Columns.of(commitments, c -> c.answered().to()))
                .param("reps", Columns.of(commitments, this::repsColumn))
                .param("absences", Columns.of(commitments, this::absencesColumn))
                .param("planRevisions", Columns.of(commitments, Commitment::planRevision))
                .param("bys", Columns.of(commitments, Commitment::by))
                .param("ats", Columns.of(commitments, Commitment::at))
                .param("reasons", Columns.of(commitments, Commitment::reason))
                .param("counterFtes", Columns.of(commitments, c -> ofCounter(c, CounterOffer::fte)))
                .param(
                        "counterFroms",
                        Columns.of(
                                commitments,
                                c -> ofCounter(c, counter -> counter.window().from())))
                .param(
                        "counterTos",
                        Columns.of(
                                commitments,
                                c -> ofCounter(c, counter -> counter.window().to())))
                .param("warnings", Columns.of(commitments, c -> json.write(c.warnings())))
                .param("withdrawalReasons", Columns.of(commitments, c -> ofWithdrawal(c, Withdrawal::reason)))
                .param("withdrawalBys", Columns.of(commitments, c -> ofWithdrawal(c, Withdrawal::by)))
                .param("withdrawalAts", Columns.of(commitments, c -> ofWithdrawal(c, Withdrawal::at)))
                .update();
    }

    private List<Binding> withLaunches(List<Commitment> commitments) {
        Set<UUID> ids =
                commitments.stream().map(c -> c.key().market().launchId()).collect(Collectors.toSet());
        Map<UUID, Launch> byId = ids.isEmpty() ? Map.of() : launches.find(ids);
        return commitments.stream()
                .flatMap(commitment ->
                        Optional.ofNullable(byId.get(commitment.key().market().launchId()))
                                .map(launch -> new Binding(launch, commitment))
                                .stream())
                .toList();
    }

    private String repsColumn(Commitment commitment) {
        return json.write(commitment.reps().stream()
                .map(rep -> new RepCell(rep.id(), rep.fte().toString()))
                .toList());
    }

    private String absencesColumn(Commitment commitment) {
        return json.write(commitment.absences().entrySet().stream()
                .map(absence -> new AbsenceCell(
                        absence.getKey().toString(), absence.getValue().toString()))
                .toList());
    }

    private static @Nullable Object ofCounter(Commitment commitment, Function<CounterOffer, Object> part) {
        return commitment.counter() == null ? null : part.apply(commitment.counter());
    }

    private static @Nullable Object ofWithdrawal(Commitment commitment, Function<Withdrawal, Object> part) {
        return commitment.pendingWithdrawal() == null ? null : part.apply(commitment.pendingWithdrawal());
    }

    private Commitment commitment(ResultSet row) throws SQLException {
        MarketKey market = new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region"));
        return new Commitment(
                new CommitmentKey(market, row.getString("requirement_id"), row.getString("team")),
                CommitmentStatus.valueOf(row.getString("status")),
                row.getString("role"),
                new Fte(row.getBigDecimal("fte")),
                window(row, "window_from", "window_to"),
                window(row, "answered_from", "answered_to"),
                json.read(row.getString("reps"), RepCell.class).stream()
                        .map(cell -> new CommittedRep(cell.id(), new Fte(new BigDecimal(cell.fte()))))
                        .toList(),
                json.read(row.getString("absences"), AbsenceCell.class).stream()
                        .collect(Collectors.toMap(
                                cell -> LocalDate.parse(cell.day()), cell -> new Fte(new BigDecimal(cell.fte())))),
                row.getLong("plan_revision"),
                row.getString("answered_by"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                counter(row),
                Arrays.asList((String[]) row.getArray("warnings").getArray()),
                withdrawal(row));
    }

    private static DateWindow window(ResultSet row, String from, String to) throws SQLException {
        return new DateWindow(row.getObject(from, LocalDate.class), row.getObject(to, LocalDate.class));
    }

    private static @Nullable CounterOffer counter(ResultSet row) throws SQLException {
        BigDecimal fte = row.getBigDecimal("counter_fte");
        return fte == null ? null : new CounterOffer(new Fte(fte), window(row, "counter_from", "counter_to"));
    }

    private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("withdrawal_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Withdrawal(row.getString("withdrawal_reason"), row.getString("withdrawal_by"), at.toInstant());
    }

    /** A named rep as it stands in the column. */
    record RepCell(String id, String fte) {}

    /** What is missing on a day, as it stands in the column. */
    record AbsenceCell(String day, String fte) {}
}
