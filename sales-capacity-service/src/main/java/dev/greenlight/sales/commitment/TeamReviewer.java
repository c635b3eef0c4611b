package dev.greenlight.sales.commitment;

import dev.greenlight.kit.signal.Signals;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.rows.Columns;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks again at what a team has promised after something has changed on which its absences and warnings rest: its people,
 * their days off, another of its promises. It does so after the change, in transactions of its own, because a change to one
 * launch must not wait for the locks of all others; the requests are kept in a table until they are done.
 */
@Component
class TeamReviewer implements TeamReviews, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TeamReviewer.class);
    private static final String CHANNEL = "team-review";

    private final JdbcClient jdbc;
    private final Signals signals;
    private final TransactionTemplate transactions;
    private final TeamRepository teams;
    private final LaunchRepository launches;
    private final CommitmentRepository commitments;
    private final MarketAnswers answers;
    private final Clock clock;
    private final long pollMillis;
    private @Nullable ScheduledExecutorService worker;
    private Signals.@Nullable Subscription subscription;

    TeamReviewer(
            JdbcClient jdbc,
            Signals signals,
            TransactionTemplate transactions,
            TeamRepository teams,
            LaunchRepository launches,
            CommitmentRepository commitments,
            MarketAnswers answers,
            Clock clock,
            @Value("${greenlight.team-review.poll-millis:5000}") long pollMillis) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.transactions = transactions;
        this.teams = teams;
        this.launches = launches;
        this.commitments = commitments;
        this.answers = answers;
        this.clock = clock;
        this.pollMillis = pollMillis;
    }

    @Override
    public void request(List<Request> requests) {
        if (requests.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO team_review (region, team, actor, traceparent)
                        SELECT * FROM unnest(:regions::text[], :teams::text[], :actors::text[], :traces::text[])
                        """)
                .param("regions", Columns.of(requests, Request::region))
                .param("teams", Columns.of(requests, Request::team))
                .param("actors", Columns.of(requests, Request::actor))
                .param("traces", Columns.of(requests, Request::traceparent))
                .update();
        signals.send(CHANNEL, "");
    }

    /** Does all that is asked for now. */
    private void reviewAll() {
        try {
            while (Boolean.TRUE.equals(transactions.execute(status -> reviewNext()))) {
                log.debug("A team was reviewed");
            }
        } catch (RuntimeException e) {
            // The request stays in its table and is tried again with the next signal or poll.
            log.warn("A team's promises could not be reviewed, trying again: {}", e.toString());
        }
    }

    private boolean reviewNext() {
        Optional<Request> next = jdbc.sql(
                        "SELECT region, team, actor, traceparent FROM team_review ORDER BY id LIMIT 1")
                .query(Request.class)
                .optional();
        next.ifPresent(request -> teams.lock(request.region(), request.team())
                .ifPresent(team -> review(team, new Cause(request.actor(), request.traceparent()))));
        return next.isPresent();
    }

    private void review(Team team, Cause cause) {
        // Under the team's lock: requests that come later are for changes that are not seen here.
        jdbc.sql("DELETE FROM team_review WHERE region = :region AND team = :team")
                .param("region", team.region())
                .param("team", team.id())
                .update();
        List<MarketKey> keys = bindings(team).stream()
                .map(binding -> binding.commitment().key().market())
                .distinct()
                .toList();
        Map<MarketKey, Market> markets =
                launches.lockMarkets(keys).stream().collect(Collectors.toMap(Market::key, Function.identity()));
        List<Binding> bindings = bindings(team).stream()
                .filter(binding ->
                        markets.containsKey(binding.commitment().key().market()))
                .toList();
        List<Commitment> changed = TeamReview.changed(team, bindings);
        if (changed.isEmpty()) {
            return;
        }
        commitments.save(changed);
        answers.publish(
                bindings.stream()
                        .map(Binding::launch)
                        .distinct()
                        .collect(Collectors.toMap(Launch::id, Function.identity())),
                changed.stream()
                        .map(commitment -> commitment.key().market())
                        .distinct()
                        .flatMap(key -> Optional.ofNullable(markets.get(key)).stream())
                        .toList(),
                cause);
    }

    private List<Binding> bindings(Team team) {
        return commitments.binding(team.region(), team.id(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "team-review"));
        Future<?> polling =
                started.scheduleWithFixedDelay(this::reviewAll, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
        log.debug("Reviewing teams: {}", polling);
        worker = started;
        subscription = signals.listen(CHANNEL, hint -> started.execute(this::reviewAll));
    }

    @Override
    public void stop() {
        if (subscription != null) {
            subscription.close();
        }
        if (worker != null) {
            worker.shutdownNow();
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
