package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Edge case 20 of domain.md: "Two people press 'go live' at once." One decision at a time: one of them is heard, the others are
 * told that a decision is being made.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"greenlight.decision.timeout=PT10S", "greenlight.decision.patience=PT1S"})
class EdgeCase20TwoPeoplePressGoLiveAtOnceIT extends LaunchServiceIT {
    private static final int PEOPLE = 8;

    @Autowired
    private JdbcClient database;

    @Test
    void ofManyWhoAskAtOnceOneIsHeard() {
        UUID launch = planned("Central", "East");

        List<Answer> answers = allAtOnce(launch);

        assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 202)
                .hasSize(PEOPLE - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.text("code")).isEqualTo("decision-pending");
                });
        assertThat(pending(launch)).isEqualTo(1);
        eventually(
                "sales is asked",
                () -> assertThat(plans(launch, plan -> plan.getPendingDecision() != null))
                        .hasSize(1));
    }

    @Test
    void bothHeardWouldBreakARuleOfTheDatabaseItself() {
        UUID launch = planned("Central");
        allAtOnce(launch);

        assertThat(database.sql("""
                        INSERT INTO decision (id, launch_id, outcome, requested_by, requested_at, plan_revision, markets)
                        SELECT gen_random_uuid(), launch_id, outcome, 'mark', requested_at, plan_revision, markets
                          FROM decision WHERE launch_id = ?
                        ON CONFLICT DO NOTHING
                        """).param(launch).update()).isZero();
    }

    private List<Answer> allAtOnce(UUID launch) {
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            asked.add(asksToGoLiveAs(person % 2 == 0 ? "maya" : "lea", launch));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private long pending(UUID launch) {
        return database.sql("SELECT count(*) FROM decision WHERE launch_id = ?")
                .param(launch)
                .query(Long.class)
                .single();
    }
}
