package dev.greenlight.sales.planchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.Market;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.sales.SalesScenario;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * "A withdrawal races the decision." The market's lock is held until both stand in line for it, so that each order is met: the
 * second key either says that the staff is withdrawn, or the withdrawal waits until the decision has fallen. It is never lost,
 * and the key is never given on staff that is gone.
 */
class EdgeCase01AWithdrawalRacesTheDecisionIT extends SalesScenario {
    private final String sam = manager("sam");
    private final UUID decisionId = UUID.randomUUID();
    private final ExecutorService caller = Executors.newSingleThreadExecutor();

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void staffIsPromised() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);
        // The review that follows a promise takes the market's lock too and must not stand in the line.
        await("the team is reviewed")
                .atMost(SOON)
                .until(() -> jdbc.sql("SELECT count(*) FROM team_review WHERE region = :region")
                                .param("region", region)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @AfterEach
    void stop() {
        caller.shutdownNow();
    }

    @Test
    void aWithdrawalThatComesFirstIsInTheSecondKey() throws Exception {
        CompletableFuture<Answer> answer;
        try (Connection holder = holdMarket()) {
            answer = withdrawsMeanwhile();
            awaitInLine(1);
            tell(asked());
            awaitInLine(2);
            holder.rollback();
        }

        assertThat(answer.get().is(200).at("/status")).isEqualTo("WITHDRAWN");
        assertThat(key().getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
        assertThat(heard(plan(3, 1)).getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
    }

    @Test
    void aWithdrawalThatComesSecondWaitsForTheDecision() throws Exception {
        CompletableFuture<Answer> answer;
        try (Connection holder = holdMarket()) {
            tell(asked());
            awaitInLine(1);
            answer = withdrawsMeanwhile();
            awaitInLine(2);
            holder.rollback();
        }

        assertThat(answer.get().is(200).at("/withdrawalPending")).isEqualTo("true");
        assertThat(key().getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.CONFIRMED);
        SalesResourced after = heard(plan(3, 1));
        assertThat(after.getDecisionId()).isNull();
        assertThat(after.getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
        assertThat(after.getCommitments().get(0).getReason()).isEqualTo("Anna is ill");
    }

    @Test
    void afterAGoTheWithdrawalIsPublishedToo() {
        heard(asked());
        post(requirementPath(launch) + "/withdraw", sam, "{\"reason\":\"Anna is ill\"}")
                .is(200);
        Market live = Market.newBuilder(market(region, "2.5", "2027-03-01", "2027-05-31"))
                .setLive(true)
                .build();

        SalesResourced after = heard(plan(launch, 3, 1, live).setStatus(LaunchStatus.LIVE));

        assertThat(after.getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
    }

    private LaunchPlanned.Builder asked() {
        return plan(2, 1).setPendingDecision(decision(decisionId, region));
    }

    private SalesResourced key() {
        return awaitSales(sales -> decisionId.equals(sales.getDecisionId()));
    }

    private CompletableFuture<Answer> withdrawsMeanwhile() {
        return CompletableFuture.supplyAsync(
                () -> post(requirementPath(launch) + "/withdraw", sam, "{\"reason\":\"Anna is ill\"}"), caller);
    }

    private Connection holdMarket() throws SQLException {
        Connection holder = database.getConnection();
        holder.setAutoCommit(false);
        try (PreparedStatement lock =
                holder.prepareStatement("SELECT 1 FROM market WHERE launch_id = ? FOR NO KEY UPDATE")) {
            lock.setObject(1, launch);
            lock.execute();
        }
        return holder;
    }

    private void awaitInLine(int number) {
        await(number + " wait for the market")
                .atMost(SOON)
                .until(() -> jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM market%'
                        """).query(Long.class).single() == number);
    }
}
