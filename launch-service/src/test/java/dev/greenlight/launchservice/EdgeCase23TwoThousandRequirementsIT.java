package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.Commitment;
import dev.greenlight.events.LaunchPlanned;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** "A plan with 2,000 requirements." */
class EdgeCase23TwoThousandRequirementsIT extends LaunchServiceIT {
    private static final int MARKETS = 50;
    private static final int EACH = 40;
    private static final int ALL = MARKETS * EACH;
    /** As long as an id may be, in letters of four bytes. */
    private static final String LONG_WORD = "🚀".repeat(95);

    @Test
    void isPlannedStaffedReadAndGoesLive() throws Exception {
        UUID launch = post("maya", "/api/launches", large(MARKETS, EACH, "ae")).id();
        SalesStandIn sales = new SalesStandIn(launch);
        for (int i = 0; i < MARKETS; i++) {
            sales.publish(sales.report(region(i), "Cancity", "fay"));
            sales.publish(sales.report(region(i), "Konex", "flo"));
        }
        staff(sales, 1, null);

        eventually("every market is ready", () -> {
            Answer readiness = get("lee", "/api/launches/" + launch + "/readiness");
            assertThat(readiness.body().path("ready").asBoolean(false)).isTrue();
            assertThat(readiness.raw().body().split("\"capacity:", -1)).hasSize(ALL + 1);
        });
        CompletableFuture<Answer> answer = asksToGoLive(launch);
        staff(sales, 2, awaitPending(launch).getPendingDecision().getId());

        assertThat(answer.get().text("outcome")).isEqualTo("GO");
        assertThat(answer.get().body().path("markets").size()).isEqualTo(MARKETS);
        assertThat(launch(launch).text("status")).isEqualTo("LIVE");
    }

    @Test
    void inOneMarketWithTheLongestIdsReachesTheOtherServices() {
        Answer planned = post("maya", "/api/launches", large(1, ALL, LONG_WORD));

        assertThat(planned.status()).isEqualTo(201);
        eventually("the whole plan is published", () -> {
            List<LaunchPlanned> published = plans(planned.id(), it -> true);
            assertThat(published).hasSize(1);
            assertThat(published.get(0).getMarkets().get(0).getRequirements()).hasSize(ALL);
        });
        ObjectNode more = large(1, ALL, LONG_WORD);
        ((ArrayNode) more.at("/markets/0/requirements"))
                .addObject()
                .put("role", "one-too-many")
                .put("fte", "1")
                .put("from", today().toString())
                .put("to", today().toString());
        Answer refused = post("maya", "/api/launches", more);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).isEqualTo("A launch has at most 2000 requirements");
    }

    private ObjectNode large(int markets, int requirements, String word) {
        ObjectNode plan = plan();
        for (int i = 0; i < markets; i++) {
            ObjectNode market = market(region(i));
            ArrayNode staff = market.putArray("requirements");
            for (int j = 0; j < requirements; j++) {
                staff.addObject()
                        .put("id", word + "-" + j)
                        .put("role", word)
                        .put("fte", "2.5")
                        .put("from", today().toString())
                        .put("to", today().plusDays(60).toString());
            }
            plan.withArray("markets").add(market);
        }
        return plan;
    }

    private static void staff(SalesStandIn sales, long revision, @Nullable UUID decision) {
        for (int i = 0; i < MARKETS; i++) {
            List<Commitment> commitments = new ArrayList<>();
            for (int j = 0; j < EACH; j++) {
                commitments.add(SalesStandIn.commitment("ae-" + j, "2.5", today(), today().plusDays(60)));
            }
            sales.publish(sales.snapshot(region(i), revision, 1)
                    .setDecisionId(decision)
                    .setLaunchReportsFiled(2L * MARKETS)
                    .setCommitments(commitments));
        }
    }

    private static String region(int number) {
        return "Region " + number;
    }
}
