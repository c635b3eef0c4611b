package dev.greenlight.sales.commitment;

import dev.greenlight.kit.signal.Signals;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.rows.Columns;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has what a team has promised looked at again after something has changed on which its absences and warnings rest: its people,
 * their days off, another of its promises, a hold that no longer binds. That happens after the change, in transactions of its own,
 * because a change to one launch must not wait for the locks of all others; the requests are kept in a table until they are
 * done. One that fails waits, longer each time, and lets the others pass. Several instances may look at the same time: the
 * team's lock lets one of them do it.
 */
@Component
class TeamReviewer implements TeamReviews, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TeamReviewer.class);
    private static final String CHANNEL = "team-review";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private final JdbcClient jdbc;
    private final Signals signals;
    private final TransactionTemplate transactions;
    private final TeamRepository teams;
    private final TeamReviewDesk desk;
    private final Clock clock;
    private final long pollMillis;
    private @Nullable ScheduledExecutorService worker;
    private Signals.@Nullable Subscription subscription;

    TeamReviewer(
            JdbcClient jdbc,
            Signals signals,
            TransactionTemplate transactions,
            TeamRepository teams,
            TeamReviewDesk desk,
            Clock clock,
            @Value("${greenlight.team-review.poll-millis:5000}") long pollMillis) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.transactions = transactions;
        this.teams = teams;
        this.desk = desk;
        this.clock = clock;
        this.pollMillis = pollMillis;
    }

    @Override
    public void request(List<Request> requests) {
        if (requests.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO team_review (region, team, actor, traceparent, due_at)
                        SELECT * FROM unnest(:regions::text[], :teams::text[], :actors::text[], :traces::text[],
                            :dues::timestamptz[])
                        """)
                .param("regions", Columns.of(requests, Request::region))
                .param("teams", Columns.of(requests, Request::team))
                .param("actors", Columns.of(requests, Request::actor))
                .param("traces", Columns.of(requests, Request::traceparent))
                .param("dues", Columns.of(requests, Request::dueAt))
                .update();
        signals.send(CHANNEL, "");
    }

    /** Does all that is due now. */
    private void reviewAll() {
        try {
            Optional<Waiting> next = nextDue();
            while (next.isPresent()) {
                reviewOrPostpone(next.get());
                next = nextDue();
            }
        } catch (RuntimeException e) {
            // The requests stay in their table and are tried again with the next signal or poll.
            log.warn("Teams' promises can't be reviewed now, trying again: {}", e.toString());
        }
    }

    private Optional<Waiting> nextDue() {
        return jdbc.sql("""
                        SELECT region, team, actor, traceparent, attempts FROM team_review
                        WHERE due_at IS NULL OR due_at <= :now::timestamptz
                        ORDER BY due_at NULLS FIRST, id LIMIT 1
                        """)
                .param("now", clock.instant().toString())
                .query(Waiting.class)
                .optional();
    }

    private void reviewOrPostpone(Waiting next) {
        try {
            transactions.executeWithoutResult(status -> review(next));
        } catch (RuntimeException e) {
            Duration pause = next.pause(pollMillis);
            log.warn(
                    "The promises of the team {} in {} could not be reviewed, trying again in {}",
                    next.team(),
                    next.region(),
                    pause,
                    e);
            jdbc.sql("""
                            UPDATE team_review SET attempts = :attempts, due_at = :later::timestamptz
                            WHERE region = :region AND team = :team AND (due_at IS NULL OR due_at <= :now::timestamptz)
                            """)
                    .param("attempts", next.attempts() + 1)
                    .param("later", clock.instant().plus(pause).toString())
                    .param("region", next.region())
                    .param("team", next.team())
                    .param("now", clock.instant().toString())
                    .update();
        }
    }

    private void review(Waiting next) {
        Optional<Team> team = teams.lock(next.region(), next.team());
        // Under the team's lock: requests that come later are for changes that are not seen here.
        int asked = jdbc.sql("""
                        DELETE FROM team_review
                        WHERE region = :region AND team = :team AND (due_at IS NULL OR due_at <= :now::timestamptz)
                        """)
                .param("region", next.region())
                .param("team", next.team())
                .param("now", clock.instant().toString())
                .update();
        // None is left when another instance was faster.
        if (asked > 0) {
            team.ifPresent(found -> desk.review(found, new Cause(next.actor(), next.traceparent())));
        }
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

    /** A request that is due. */
    record Waiting(
            String region,
            String team,
            String actor,
            @Nullable String traceparent,
            int attempts) {
        /** How long to wait after a failure: twice as long each time, up to a limit. */
        Duration pause(long firstMillis) {
            Duration doubled = Duration.ofMillis(firstMillis << Math.min(attempts, MOST_DOUBLINGS));
            return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
