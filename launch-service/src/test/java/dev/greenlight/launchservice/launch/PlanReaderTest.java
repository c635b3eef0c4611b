package dev.greenlight.launchservice.launch;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.market;
import static dev.greenlight.launchservice.launch.LaunchFixture.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.RejectedException;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.QuotaDocument;
import dev.greenlight.launchservice.launch.PlanDocument.RequirementDocument;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every fault of a plan is named where it is. */
class PlanReaderTest {
    private static final RequirementDocument STAFF =
            new RequirementDocument("ae", "account-executive", "2.5", "2027-03-01", "2027-05-31");
    private static final QuotaDocument QUOTA = new QuotaDocument("retail", 2);

    @Test
    void aGoodPlanIsReadAsItWasWritten() {
        LaunchPlan plan = plan(market("Central"), market("East"));

        assertThat(PlanReader.newPlan(PlanDocument.of(plan), MONDAY)).isEqualTo(plan);
    }

    @Test
    void aRequirementWithoutIdIsCalledByItsRole() {
        LaunchPlan plan = PlanReader.newPlan(
                document(
                        written("Central", "2027-03-01", "America/Chicago", List.of(staff(null, "2")), List.of(QUOTA))),
                MONDAY);

        assertThat(plan.markets().get(0).requirements().get(0).id()).isEqualTo("account-executive");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(faults(new PlanDocument(null, " ", null, null, null, null, null, null, null)))
                .containsExactly("/product", "/name", "/markets");
        assertThat(faults(document(new MarketDocument(null, null, null, null, null, null))))
                .containsExactly(
                        "/markets/0/region",
                        "/markets/0/goLiveDate",
                        "/markets/0/zone",
                        "/markets/0/requirements",
                        "/markets/0/quotas");
    }

    @Test
    void aRegionOrAnIdThatNoAddressCanCarryIsRefusedSinceSalesCouldNeverAnswerIt() {
        for (String word : List.of("a/b", "a\\b", "a;b", "100%", "..", "a\nb")) {
            assertThat(faults(document(
                            written(word, "2027-03-01", "America/Chicago", List.of(staff(word, "2")), List.of(QUOTA)))))
                    .containsExactly("/markets/0/region", "/markets/0/requirements/0/id");
        }
        LaunchPlan plan = PlanReader.newPlan(
                document(written(
                        "東京 🗼 (Kantō)",
                        "2027-03-01",
                        "America/Chicago",
                        List.of(staff("ae?#&+ü", "2")),
                        List.of(QUOTA))),
                MONDAY);
        assertThat(plan.regions()).containsExactly("東京 🗼 (Kantō)");
    }

    @Test
    void nobodyAndNothingIsNoRequirementAndNoQuota() {
        assertThat(faults(document(written(
                        "Central",
                        "2027-03-01",
                        "America/Chicago",
                        List.of(staff("ae", "0")),
                        List.of(new QuotaDocument("retail", 0))))))
                .containsExactly("/markets/0/requirements/0/fte", "/markets/0/quotas/0/minReports");
    }

    @Test
    void aWindowDoesNotEndBeforeItStarts() {
        RequirementDocument reversed =
                new RequirementDocument("ae", "account-executive", "1", "2027-05-31", "2027-03-01");

        assertThat(faults(document(
                        written("Central", "2027-03-01", "America/Chicago", List.of(reversed), List.of(QUOTA)))))
                .containsExactly("/markets/0/requirements/0/to");
    }

    @Test
    void aRegionARequirementAndASegmentAppearOnce() {
        MarketDocument doubled = written(
                "Central",
                "2027-03-01",
                "America/Chicago",
                List.of(STAFF, STAFF),
                List.of(QUOTA, new QuotaDocument("Retail ", 1)));

        assertThat(faults(document(doubled, written("central", "2027-03-01", "UTC", List.of(STAFF), List.of(QUOTA)))))
                .containsExactly("/markets/0/requirements/1/id", "/markets/0/quotas/1/segment", "/markets/1/region");
    }

    @Test
    void zonesAndCurrenciesAreRealOnes() {
        MarketDocument odd = new MarketDocument(
                "Central",
                "2027-03-01",
                "Mars/Olympus",
                new PlanDocument.MoneyDocument(1L, "XXQ"),
                List.of(STAFF),
                List.of(QUOTA));

        assertThat(faults(document(odd))).containsExactly("/markets/0/zone", "/markets/0/price");
    }

    @Test
    void aDayIsPastWhenItIsOverInTheMarketsOwnZone() {
        Instant newYear = Instant.parse("2027-01-01T05:00:00Z");
        MarketDocument chicago = written("Central", "2026-12-31", "America/Chicago", List.of(STAFF), List.of(QUOTA));
        MarketDocument tokyo = written("Asia", "2026-12-31", "Asia/Tokyo", List.of(STAFF), List.of(QUOTA));

        assertThat(faults(document(chicago, tokyo), newYear)).containsExactly("/markets/1/goLiveDate");
    }

    @Test
    void aDatePlannedBeforeMayStayAlthoughItIsPast() {
        LaunchPlan before = plan(market("Central"));
        Instant later = Instant.parse("2027-04-01T00:00:00Z");

        assertThat(PlanReader.nextPlan(PlanDocument.of(before), before, later)).isEqualTo(before);
        assertThat(faults(PlanDocument.of(before), later)).containsExactly("/markets/0/goLiveDate");
    }

    @Test
    void thereAreLimits() {
        MarketDocument[] many = new MarketDocument[51];
        Arrays.setAll(many, i -> written("R" + i, "2027-03-01", "America/Chicago", List.of(STAFF), List.of(QUOTA)));
        RequirementDocument[] staff = new RequirementDocument[2001];
        Arrays.setAll(staff, i -> staff("ae" + i, "1"));

        assertThat(faults(document(many))).containsExactly("/markets");
        assertThat(faults(
                        document(written("Central", "2027-03-01", "America/Chicago", List.of(staff), List.of(QUOTA)))))
                .containsExactly("/markets");
        assertThat(faults(new PlanDocument(
                        "x".repeat(501), "n", 0, "d".repeat(20_001), null, null, List.of(), null, null)))
                .containsExactly("/product", "/description", "/tier", "/markets");
    }

    @Test
    void namesInAnyScriptAreKept() {
        String name = "発売 🚀 Запуск إطلاق".repeat(20);

        LaunchPlan plan = PlanReader.newPlan(
                new PlanDocument(name, name, null, null, null, null, document().markets(), null, null), MONDAY);

        assertThat(plan.name()).isEqualTo(name);
    }

    private static List<String> faults(PlanDocument document) {
        return faults(document, MONDAY);
    }

    private static List<String> faults(PlanDocument document, Instant now) {
        RejectedException refused =
                catchThrowableOfType(RejectedException.class, () -> PlanReader.newPlan(document, now));
        assertThat(refused).isNotNull();
        return refused.rejection().errors().stream().map(Fault::pointer).toList();
    }

    private static PlanDocument document(MarketDocument... markets) {
        List<@Nullable MarketDocument> all = markets.length == 0
                ? List.of(written("Central", "2027-03-01", "America/Chicago", List.of(STAFF), List.of(QUOTA)))
                : List.of(markets);
        return new PlanDocument("GTK 500", "GTK 500 launch", 1, null, null, null, all, null, null);
    }

    private static MarketDocument written(
            String region,
            String date,
            String zone,
            List<@Nullable RequirementDocument> requirements,
            List<@Nullable QuotaDocument> quotas) {
        return new MarketDocument(region, date, zone, null, requirements, quotas);
    }

    private static RequirementDocument staff(@Nullable String id, String fte) {
        return new RequirementDocument(id, "account-executive", fte, "2027-03-01", "2027-05-31");
    }
}
