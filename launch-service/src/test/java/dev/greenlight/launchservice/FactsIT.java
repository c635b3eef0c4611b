package dev.greenlight.launchservice;

import static dev.greenlight.launchservice.SalesStandIn.commitment;
import static dev.greenlight.launchservice.SalesStandIn.opportunity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.GapStatus;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.ReportStatus;
import dev.greenlight.events.SalesResourced;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts come twice, late, or after their successors, and readiness is what it would be anyway. */
class FactsIT extends LaunchServiceIT {

    @Test
    void snapshotsOfSalesCountByRevisionAndNotByArrival() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        SalesResourced.Builder full = sales.snapshot("Central", 3, 1)
                .setCommitments(List.of(commitment("ae", "2.5", today(), today().plusDays(60))));

        sales.publish(full);
        awaitCondition(launch, "Central", "capacity:ae", "PASS");
        sales.publish(sales.snapshot("Central", 2, 1));
        sales.publish(full);
        sales.publish(sales.report("Central", "Cancity", "fay"));
        sales.publish(sales.snapshot("Central", 1, 1));
        sales.publish(sales.snapshot("Central", 4, 1)
                .setCommitments(List.of(commitment("ae", "2.25", today(), today().plusDays(60)))));

        eventually(
                "the newest snapshot counts",
                () -> assertThat(condition(launch, "Central", "capacity:ae")
                                .at("/evidence/committed")
                                .asString(""))
                        .isEqualTo("2.25"));
        assertThat(readinessRevisions(launch)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRevisedPlanTakesAwayWhatWasCommittedUntilSalesHasSeenIt() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        sales.commitAll("Central", 1, 1, null, 0);
        awaitCondition(launch, "Central", "capacity:ae", "PASS");
        ObjectNode demanding = plan("Central");
        ((ObjectNode) demanding.at("/markets/0/requirements/0")).put("fte", "2.25");

        put("maya", "/api/launches/" + launch, demanding, "If-Match", "\"1\"");

        assertThat(condition(launch, "Central", "capacity:ae").path("cause").asString())
                .isEqualTo("Sales has not yet seen revision 2 of the plan");
        sales.commitAll("Central", 2, 2, null, 0);
        awaitCondition(launch, "Central", "capacity:ae", "PASS");
        eventually(
                "each change is published once",
                () -> assertThat(readinessRevisions(launch)).containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void reportsComeTwiceAndEndBeforeTheyBegin() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        FeatureGapReported.Builder ended = sales.blocker("Central", "Cancity", "fay", "Offline mode");
        FeatureGapReported.Builder standing = sales.blocker("Central", "Konex", "flo", " offline  MODE ");

        ended.setRevision(2).setStatus(ReportStatus.WITHDRAWN);
        sales.publish(ended);
        sales.publish(ended.setRevision(1).setStatus(ReportStatus.STANDING));
        sales.publish(standing);
        sales.publish(standing);
        awaitCondition(launch, "Central", "gaps", "FAIL");

        eventually("one account is heard, of one gap", () -> {
            assertThat(condition(launch, "Central", "feedback:retail")
                            .at("/evidence/accounts")
                            .asInt(-1))
                    .isEqualTo(1);
            JsonNode gaps = get("pia", "/api/gaps?launch=" + launch).body().path("items");
            assertThat(gaps.size()).isEqualTo(1);
            assertThat(gaps.at("/0/breadth").asInt()).isEqualTo(1);
            assertThat(gaps.at("/0/reportCount").asInt()).isEqualTo(2);
        });
        sales.publish(standing.setRevision(2).setStatus(ReportStatus.WITHDRAWN));
        awaitCondition(launch, "Central", "gaps", "PASS");
    }

    @Test
    void aBlockerReportedFromOneMarketRaisesTheGapOfTheOther() {
        UUID launch = planned("Central", "East", "West");
        SalesStandIn sales = new SalesStandIn(launch);
        sales.publish(sales.blocker("Central", "Cancity", "fay", "Offline mode")
                .setVerdict(dev.greenlight.events.Verdict.GAP));
        eventually(
                "a minor gap",
                () -> assertThat(get("pia", "/api/gaps?launch=" + launch + "&severity=MINOR")
                                .body()
                                .path("items")
                                .size())
                        .isEqualTo(1));
        assertThat(condition(launch, "Central", "gaps").path("status").asString())
                .isEqualTo("PASS");

        sales.publish(sales.blocker("East", "Konex", "finn", "Offline Mode"));

        awaitCondition(launch, "East", "gaps", "FAIL");
        awaitCondition(launch, "Central", "gaps", "FAIL");
        assertThat(condition(launch, "West", "gaps").path("status").asString()).isEqualTo("PASS");
    }

    @Test
    void productDecidesAndTheBlockerIsOutOfTheWayUntilItIsReportedAgain() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        sales.publish(sales.blocker("Central", "Cancity", "fay", "Offline mode", opportunity("O1", 2_676_800, true)));
        sales.publish(sales.blocker("Central", "Konex", "flo", "Offline mode", opportunity("O1", 2_676_800, true)));
        eventually(
                "both reports are merged",
                () -> assertThat(gap(launch).path("breadth").asInt()).isEqualTo(2));
        JsonNode gap = gap(launch);
        String path = "/api/gaps/" + gap.path("id").asString();
        assertThat(gap.path("revenueAtRisk").toString())
                .isEqualTo("[{\"amount\":2676800,\"currency\":\"USD\",\"opportunities\":1,\"estimated\":false}]");

        String etag = get("pia", path).header("ETag");
        assertThat(post("pia", path + "/review", "{\"decision\":\"DECLINED\"}").status())
                .isEqualTo(428);
        assertThat(post("pia", path + "/review", "{\"decision\":\"DECLINED\"}", "If-Match", etag)
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/reason");
        assertThat(post("pia", path + "/review", "{\"decision\":\"VERIFIED\"}", "If-Match", etag)
                        .status())
                .isEqualTo(409);
        assertThat(post("sam", path + "/review", "{\"decision\":\"SHIPPED\"}", "If-Match", etag)
                        .status())
                .isEqualTo(403);
        Answer declined =
                post("pia", path + "/review", "{\"decision\":\"DECLINED\",\"reason\":\"Too rare\"}", "If-Match", etag);
        assertThat(declined.text("status")).isEqualTo("DECLINED");
        assertThat(condition(launch, "Central", "gaps").path("status").asString())
                .isEqualTo("PASS");
        assertThat(post("pia", path + "/review", "{\"decision\":\"SHIPPED\"}", "If-Match", etag)
                        .status())
                .isEqualTo(412);

        sales.publish(sales.blocker("Central", "Dontechi", "fay", "Offline mode"));

        awaitCondition(launch, "Central", "gaps", "FAIL");
        assertThat(gap(launch).path("reopened").asBoolean()).isTrue();
        eventually(
                "every step is published",
                () -> assertThat(log.read(
                                Topic.FEATURE_GAP_REVIEWED,
                                FeatureGapReviewed.class,
                                it -> it.getLaunchId().equals(launch)))
                        .extracting(FeatureGapReviewed::getStatus)
                        .containsSequence(GapStatus.NEW, GapStatus.DECLINED, GapStatus.NEW));
    }

    @Test
    void factsOfALaunchThatIsNotKnownAreKeptAndHarmNobody() {
        UUID unknown = UUID.randomUUID();
        SalesStandIn stray = new SalesStandIn(unknown);
        stray.commitAll("Central", 1, 1, null, 0);
        stray.publish(stray.blocker("Central", "Cancity", "fay", "Offline mode"));
        UUID launch = planned("Central");

        new SalesStandIn(launch).commitAll("Central", 1, 1, null, 0);

        awaitCondition(launch, "Central", "capacity:ae", "PASS");
        eventually(
                "the gap of the unknown launch is kept",
                () -> assertThat(get("pia", "/api/gaps?launch=" + unknown)
                                .body()
                                .path("items")
                                .size())
                        .isEqualTo(1));
    }

    private JsonNode gap(UUID launch) {
        return get("pia", "/api/gaps?launch=" + launch).body().at("/items/0");
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
