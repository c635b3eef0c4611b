package dev.greenlight.launchservice;

import static dev.greenlight.launchservice.SalesStandIn.commitment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.ReportStatus;
import dev.greenlight.events.SalesResourced;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Edge case 2 of domain.md: "An event delivered twice, or late, or after its successor." What counts is the highest revision of each
 * subject, so that every order of arrival, with whatever repetitions, ends in the same readiness.
 */
class EdgeCase02DeliveredTwiceLateOrAfterItsSuccessorIT extends LaunchServiceIT {
    private static final int LAST = 6;

    @Test
    void everyOrderOfArrivalEndsInTheSameReadiness() {
        for (long seed = 1; seed <= 4; seed++) {
            UUID launch = planned("Central");
            List<Runnable> deliveries = everythingTwice(new SalesStandIn(launch));
            Collections.shuffle(deliveries, new Random(seed));

            deliveries.forEach(Runnable::run);

            String order = "seed " + seed;
            eventually(order, () -> {
                assertThat(evidence(launch, "capacity:ae").path("committed").asString(""))
                        .as(order)
                        .isEqualTo("2.5");
                assertThat(evidence(launch, "feedback:retail").path("accounts").asInt(-1))
                        .as(order)
                        .isEqualTo(1);
                assertThat(condition(launch, "Central", "gaps").path("status").asString(""))
                        .as(order)
                        .isEqualTo("PASS");
            });
            assertThat(readinessRevisions(launch)).as(order).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aKeyThatComesAgainAfterItsDecisionOpensNothing() {
        UUID launch = planned("Central", "East");
        SalesStandIn sales = new SalesStandIn(launch);
        CompletableFuture<Answer> first = asksToGoLive(launch, "Central");
        UUID decision = awaitPending(launch).getPendingDecision().getId();
        SalesResourced.Builder key = sales.snapshot("Central", 1, 1).setDecisionId(decision);
        sales.publish(key);
        assertThat(first.join().text("outcome")).isEqualTo("NO_GO");
        sales.publish(sales.report("Central", "Cancity", "fay"));
        sales.publish(sales.report("Central", "Konex", "flo"));
        sales.commitAll("Central", 2, 1, null, 2);
        awaitReady(launch, "Central");

        CompletableFuture<Answer> second = asksToGoLive(launch, "Central");
        UUID next = awaitPendingOtherThan(launch, decision);
        sales.publish(key);
        sales.publish(sales.report("East", "Dontechi", "finn"));
        eventually(
                "what came after the old key is taken in",
                () -> assertThat(condition(launch, "East", "feedback:retail")
                                .at("/evidence/accounts")
                                .asInt(-1))
                        .isEqualTo(1));
        assertThat(launch(launch).body().has("pendingDecision")).isTrue();
        sales.commitAll("Central", 3, 1, next, 3);

        assertThat(second.join().text("outcome")).isEqualTo("GO");
        assertThat(get("maya", "/api/launches/" + launch + "/decisions/" + decision)
                        .text("outcome"))
                .isEqualTo("NO_GO");
    }

    /** Six snapshots of sales and two reports with two revisions each, all of them twice. */
    private static List<Runnable> everythingTwice(SalesStandIn sales) {
        List<Runnable> deliveries = new ArrayList<>();
        for (int revision = 1; revision <= LAST; revision++) {
            String fte = revision == LAST ? "2.5" : "0." + revision;
            SalesResourced.Builder snapshot = sales.snapshot("Central", revision, 1)
                    .setCommitments(List.of(commitment("ae", fte, today(), today().plusDays(60))));
            deliveries.add(() -> sales.publish(snapshot));
        }
        FeatureGapReported.Builder standing = sales.report("Central", "Cancity", "fay");
        FeatureGapReported.Builder imported = sales.report("Central", "Cancity", "fay")
                .setReportId(standing.getReportId())
                .setRevision(2);
        FeatureGapReported.Builder blocker = sales.blocker("Central", "Konex", "flo", "Offline mode");
        FeatureGapReported.Builder withdrawn = sales.blocker("Central", "Konex", "flo", "Offline mode")
                .setReportId(blocker.getReportId())
                .setRevision(2)
                .setStatus(ReportStatus.WITHDRAWN);
        List.of(standing, imported, blocker, withdrawn).forEach(report -> deliveries.add(() -> sales.publish(report)));
        deliveries.addAll(List.copyOf(deliveries));
        return deliveries;
    }

    private JsonNode evidence(UUID launch, String id) {
        return condition(launch, "Central", id).path("evidence");
    }

    private UUID awaitPendingOtherThan(UUID launch, UUID earlier) {
        eventually(
                "the second request",
                () -> assertThat(plans(
                                launch,
                                plan -> plan.getPendingDecision() != null
                                        && !plan.getPendingDecision().getId().equals(earlier)))
                        .isNotEmpty());
        return awaitPending(launch).getPendingDecision().getId();
    }

    private List<Long> readinessRevisions(UUID launch) {
        return log
                .read(
                        Topic.LAUNCH_READINESS,
                        LaunchReadinessChanged.class,
                        event -> event.getLaunchId().equals(launch))
                .stream()
                .map(LaunchReadinessChanged::getRevision)
                .toList();
    }
}
