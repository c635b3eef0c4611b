package dev.greenlight.sales.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.GapStatus;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.Market;
import dev.greenlight.events.ReportStatus;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.events.Severity;
import dev.greenlight.events.Verdict;
import dev.greenlight.sales.SalesScenario;
import dev.greenlight.testing.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReportIT extends SalesScenario {
    private final String fay = rep("fay");
    private final String ada = TestTokens.shared().token("ada");
    private final String tag = region.substring("Region-".length());

    @Test
    void aReportIsPublishedWithItsGapsAndItsOpportunitiesAtTheirValue() {
        heard(plan(1, 1));
        importCrm("Engaging", "");

        Answer filed = post(reportsPath(), fay, """
                        {"account": "acme %1$s", "opportunities": ["O1-%1$s", "O2-%1$s"], "verdict": "NOT_SELLABLE",
                         "text": "They work offline", "gaps": [{"feature": "Offline mode"}]}
                        """.formatted(tag)).is(201);

        assertThat(filed.location()).isEqualTo("/api/capacity/field-reports/" + filed.at("/id"));
        FeatureGapReported event = awaitReport(1);
        assertThat(event.getVerdict()).isEqualTo(Verdict.NOT_SELLABLE);
        assertThat(event.getAccount()).isEqualTo("Acme " + tag);
        assertThat(event.getSegment()).isEqualTo("retail");
        assertThat(event.getReporter()).isEqualTo("fay");
        assertThat(event.getPlanRevision()).isEqualTo(1);
        assertThat(event.getGaps().get(0).getSeverity()).isEqualTo(Severity.BLOCKER);
        assertThat(event.getOpportunities())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.getValue().getAmount()).isEqualTo(2_676_800);
                            assertThat(first.getEstimated()).isTrue();
                            assertThat(first.getOpen()).isTrue();
                            assertThat(first.getProduct()).isEqualTo("GTK " + tag);
                        },
                        second -> {
                            assertThat(second.getValue().getAmount()).isEqualTo(105_450);
                            assertThat(second.getEstimated()).isFalse();
                            assertThat(second.getOpen()).isFalse();
                        });
        assertThat(awaitSales(sales -> sales.getReportsFiled() == 1).getReportsEnded())
                .isZero();
    }

    @Test
    void anOpportunityThatClosesGivesTheReportsThatNameItANewRevision() {
        heard(plan(1, 1));
        importCrm("Engaging", "");
        post(
                        reportsPath(),
                        fay,
                        "{\"account\":\"Acme %1$s\",\"opportunities\":[\"O1-%1$s\"],\"verdict\":\"NO_GAP\"}"
                                .formatted(tag))
                .is(201);

        importCrm("Won", "20000");

        FeatureGapReported renewed = awaitReport(2);
        assertThat(renewed.getStatus()).isEqualTo(ReportStatus.STANDING);
        assertThat(renewed.getOpportunities()).singleElement().satisfies(opportunity -> {
            assertThat(opportunity.getOpen()).isFalse();
            assertThat(opportunity.getEstimated()).isFalse();
            assertThat(opportunity.getValue().getAmount()).isEqualTo(2_000_000);
        });
        importCrm("Won", "20000");
        assertThat(reports()).hasSize(2);
    }

    @Test
    void aCorrectionSupersedesAndAWithdrawalKeepsTheReportReadable() {
        heard(plan(1, 1));
        Answer first = post(reportsPath(), fay, noGap("Acme")).is(201);

        Answer correction = post("/api/capacity/field-reports/" + first.at("/id") + "/correct", fay, noGap("Bubba"))
                .is(201);
        Answer withdrawn = post(
                        "/api/capacity/field-reports/" + correction.at("/id") + "/withdraw",
                        fay,
                        "{\"reason\":\"It was another product\"}")
                .is(200);

        assertThat(correction.at("/supersedes")).isEqualTo(first.at("/id"));
        assertThat(withdrawn.at("/status")).isEqualTo("WITHDRAWN");
        SalesResourced counted = awaitSales(sales -> sales.getReportsEnded() == 2);
        assertThat(counted.getReportsFiled()).isEqualTo(2);
        Answer list = get(reportsPath() + "?limit=1", fay).is(200);
        assertThat(list.at("/items/0/statusReason")).isEqualTo("It was another product");
        Answer older =
                get(reportsPath() + "?limit=1&cursor=" + list.at("/next"), fay).is(200);
        assertThat(older.at("/items/0/status")).isEqualTo("SUPERSEDED");
        assertThat(older.body().path("next").isNull()).isTrue();
        assertThat(post("/api/capacity/field-reports/" + first.at("/id") + "/correct", fay, noGap("X"))
                        .is(409)
                        .code())
                .isEqualTo("report-ended");
    }

    @Test
    void onlyItsReporterCorrectsOrWithdrawsAReport() {
        heard(plan(1, 1));
        String id = post(reportsPath(), fay, noGap("Acme")).is(201).at("/id");

        assertThat(post("/api/capacity/field-reports/" + id + "/withdraw", rep("flo"), "{\"reason\":\"x\"}")
                        .is(403)
                        .code())
                .isEqualTo("not-your-report");
        post("/api/capacity/field-reports/" + UUID.randomUUID() + "/withdraw", fay, "{\"reason\":\"x\"}")
                .is(404);
    }

    @Test
    void aReportThatIsSentTwiceWithOneKeyIsOneReport() {
        heard(plan(1, 1));
        String key = UUID.randomUUID().toString();

        Answer first = send("POST", reportsPath(), fay, noGap("Acme"), "application/json", key)
                .is(201);
        Answer second = send("POST", reportsPath(), fay, noGap("Acme"), "application/json", key)
                .is(201);

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        send("POST", reportsPath(), fay, noGap("Bubba"), "application/json", key)
                .is(422);
        assertThat(awaitSales(sales -> sales.getReportsFiled() == 1).getRevision())
                .isEqualTo(2);
    }

    @Test
    void aReporterSeesWhatBecameOfTheGap() {
        heard(plan(1, 1));
        post(reportsPath(), fay, """
                        {"segment":"retail","account":"Acme","verdict":"GAP","gaps":[{"feature":"Dark  Mode","severity":"MINOR"}]}
                        """).is(201);

        tellOfGap(2, GapStatus.ACCEPTED);
        tellOfGap(1, GapStatus.NEW);

        await("the decision shows")
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(get(reportsPath() + "?mine=true", fay).at("/items/0/gaps/0/outcome/status"))
                                .isEqualTo("ACCEPTED"));
    }

    @Test
    void nobodyReportsOnADraftOrForAnotherRegion() {
        tell(plan(1, 1).setStatus(LaunchStatus.DRAFT));
        UUID published = UUID.randomUUID();
        heard(plan(published, 1, 1, market(region, "1", "2027-03-01", "2027-03-31")));

        post(reportsPath(), fay, noGap("Acme")).is(404);
        String path = "/api/capacity/launches/" + published + "/field-reports";
        String elsewhere = TestTokens.shared().token("finn", List.of("field"), List.of("East", "West"));
        assertThat(post(path, elsewhere, noGap("Acme").replace("{", "{\"region\":\"" + region + "\","))
                        .is(403)
                        .code())
                .isEqualTo("region-forbidden");
        post(path, elsewhere, noGap("Acme")).is(400);
        post(path, elsewhere, noGap("Acme").replace("{", "{\"region\":\"East\","))
                .is(400);
        assertThat(post(path, manager("sam"), noGap("Acme")).is(403).code()).isEqualTo("role-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"segment\":\"retail\",\"account\":\"Acme\"}",
                "{\"segment\":\"retail\",\"verdict\":\"NO_GAP\"}",
                "{\"account\":\"Nobody knows\",\"verdict\":\"NO_GAP\"}",
                "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"MAYBE\"}",
                "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"GAP\"}",
                "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"GAP\",\"gaps\":[{\"feature\":\"x\"}]}",
                "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"NOT_SELLABLE\"}",
                "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"NO_GAP\",\"gaps\":[{\"feature\":\"x\",\"severity\":\"MINOR\"}]}",
                "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"NO_GAP\",\"opportunities\":[\"none\"]}",
                "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"NO_GAP\",\"mood\":\"good\"}",
                "{\"segment\":\"retail\",\"account\":\"Acme\\u0000\",\"verdict\":\"NO_GAP\"}",
            })
    void aFaultyReportChangesNothing(String body) {
        heard(plan(1, 1));

        post(reportsPath(), fay, body).is(400);

        SalesResourced after = heard(plan(2, 1));
        assertThat(after.getRevision()).isEqualTo(2);
        assertThat(after.getReportsFiled()).isZero();
        assertThat(reports()).isEmpty();
    }

    @Test
    void anOpportunityOfAnotherAccountIsRefused() {
        heard(plan(1, 1));
        importCrm("Engaging", "");

        Answer refused = post(
                        reportsPath(),
                        fay,
                        "{\"segment\":\"retail\",\"account\":\"Other\",\"opportunities\":[\"O2-%s\"],\"verdict\":\"NO_GAP\"}"
                                .formatted(tag))
                .is(400);

        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/opportunities/0");
    }

    @Test
    void aReportThatWasMadeForAnEarlierPriceOrPositioningIsShownAsOutdated() {
        heard(plan(1, 1));
        String id = post(reportsPath(), fay, noGap("Acme")).is(201).at("/id");
        assertThat(get("/api/capacity/field-reports/" + id, fay).at("/outdated"))
                .isEqualTo("false");

        heard(plan(launch, 2, 2, pitched(2)));

        assertThat(get("/api/capacity/field-reports/" + id, fay).at("/outdated"))
                .isEqualTo("true");
        assertThat(get(reportsPath(), fay).at("/items/0/outdated")).isEqualTo("true");
        assertThat(post(reportsPath(), fay, noGap("Acme")).is(201).at("/outdated"))
                .isEqualTo("false");
        heard(plan(launch, 3, 3, pitched(2)));
        assertThat(get(reportsPath(), fay).at("/items/0/outdated")).isEqualTo("false");
    }

    @Test
    void theListIsFilteredByReporterStatusAndAccountHoweverItIsSpelt() {
        heard(plan(1, 1));
        importCrm("Engaging", "");
        String acme = "{\"account\":\"Acme %s\",\"verdict\":\"NO_GAP\"}".formatted(tag);
        String withdrawn = post(reportsPath(), fay, acme).is(201).at("/id");
        post("/api/capacity/field-reports/" + withdrawn + "/withdraw", fay, "{\"reason\":\"wrong\"}")
                .is(200);
        String flos = post(reportsPath(), rep("flo"), acme).is(201).at("/id");
        post(reportsPath(), rep("flo"), noGap("Bubba")).is(201);

        assertThat(ids("?mine=true")).containsExactly(withdrawn);
        assertThat(ids("?status=WITHDRAWN")).containsExactly(withdrawn);
        assertThat(ids("?account=aCME%20%20" + tag)).containsExactly(flos, withdrawn);
        assertThat(ids("?account=bubba")).hasSize(1);
        assertThat(ids("?account=acme%20" + tag + "&status=STANDING&region=" + region))
                .containsExactly(flos);
        assertThat(ids("?region=Elsewhere")).isEmpty();
        assertThat(get(reportsPath() + "?status=GONE", fay).is(400).at("/errors/0/pointer"))
                .isEqualTo("status");
    }

    @Test
    void aCorrectionMayBeCorrectedAndOnlyTheLastOfThemStands() {
        heard(plan(1, 1));
        String first = post(reportsPath(), fay, noGap("Acme")).is(201).at("/id");
        String second = correct(first, "Bubba").is(201).at("/id");

        Answer third = correct(second, "Codehow").is(201);

        assertThat(third.at("/supersedes")).isEqualTo(second);
        assertThat(ids("?status=STANDING")).containsExactly(third.at("/id"));
        assertThat(correct(first, "Dontquadtech").is(409).code()).isEqualTo("report-ended");
        SalesResourced counted = awaitSales(sales -> sales.getReportsFiled() == 3);
        assertThat(counted.getReportsEnded()).isEqualTo(2);
    }

    @Test
    void correctionsOfCorrectionsDuringADecisionTakeEffectTogetherAfterIt() {
        heard(plan(1, 1));
        String first = post(reportsPath(), fay, noGap("Acme")).is(201).at("/id");
        heard(plan(2, 1).setPendingDecision(decision(UUID.randomUUID(), region)));
        String second = correct(first, "Bubba").is(201).at("/id");
        String third = correct(second, "Codehow").is(201).at("/id");
        assertThat(correct(second, "Dontquadtech").is(409).code()).isEqualTo("report-ended");

        SalesResourced after = heard(plan(3, 1));

        assertThat(after.getReportsFiled()).isEqualTo(3);
        assertThat(after.getReportsEnded()).isEqualTo(2);
        assertThat(ids("?status=STANDING")).containsExactly(third);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "CLOSED"})
    void onALaunchThatIsOverNothingIsHeardAnyMoreButOnesOwnWordsMayBeTakenBack(LaunchStatus over) {
        heard(plan(1, 1));
        String id = post(reportsPath(), fay, noGap("Acme")).is(201).at("/id");
        heard(plan(2, 1).setStatus(over));

        Answer refused = post(reportsPath(), fay, noGap("Bubba")).is(409);

        assertThat(refused.code()).isEqualTo("launch-over");
        assertThat(refused.at("/detail")).endsWith("; no reports are taken on it any more");
        assertThat(correct(id, "Bubba").is(409).code()).isEqualTo("launch-over");
        post("/api/capacity/field-reports/" + id + "/withdraw", fay, "{\"reason\":\"wrong\"}")
                .is(200);
    }

    @Test
    void whileALaunchIsOnHoldTheFieldIsStillHeard() {
        heard(plan(1, 1));
        heard(plan(2, 1).setStatus(LaunchStatus.ON_HOLD));

        String id = post(reportsPath(), fay, noGap("Acme")).is(201).at("/id");
        correct(id, "Bubba").is(201);

        awaitSales(sales -> sales.getReportsFiled() == 2);
    }

    @Test
    void aReportOnAMarketThatWasDroppedIsRefusedAndOnesThatAreThereMayBeTakenBack() {
        heard(plan(1, 1));
        String id = post(reportsPath(), fay, noGap("Acme")).is(201).at("/id");
        heard(plan(launch, 2, 2, market("Elsewhere", "1", "2027-03-01", "2027-05-31")));

        Answer refused = post(reportsPath(), fay, noGap("Bubba")).is(400);

        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/region");
        assertThat(refused.at("/detail")).endsWith("no longer has a market " + region);
        correct(id, "Bubba").is(400);
        post("/api/capacity/field-reports/" + id + "/withdraw", fay, "{\"reason\":\"wrong\"}")
                .is(200);
        awaitSales(sales -> sales.getRegion().equals(region) && sales.getReportsEnded() == 1);
    }

    private Market pitched(long pitchRevision) {
        return Market.newBuilder(market(region, "2.5", "2027-03-01", "2027-05-31"))
                .setPitchRevision(pitchRevision)
                .build();
    }

    private Answer correct(String reportId, String account) {
        return post("/api/capacity/field-reports/" + reportId + "/correct", fay, noGap(account));
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        get(reportsPath() + query, fay)
                .is(200)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private void importCrm(String stage, String value) {
        postCsv("accounts", ada, "account,sector\nAcme %s,retail\n".formatted(tag))
                .is(200);
        postCsv("products", ada, "product,series,sales_price\nGTK %s,GTK,26768\n".formatted(tag))
                .is(200);
        postCsv("opportunities", ada, """
                        opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
                        O1-%1$s,Anna,GTK%1$s,Acme %1$s,%2$s,2026-10-01,,%3$s
                        O2-%1$s,Anna,GTK %1$s,Acme %1$s,Won,2026-10-01,2026-11-01,1054.50
                        """.formatted(tag, stage, value)).is(200);
    }

    private void tellOfGap(long revision, GapStatus status) {
        FeatureGapReviewed event = FeatureGapReviewed.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.now())
                .setActor("pia")
                .setRevision(revision)
                .setGapId(launch)
                .setLaunchId(launch)
                .setFeature("dark mode")
                .setSeverity(Severity.MINOR)
                .setStatus(status)
                .setRegions(List.of(region))
                .setReporters(List.of("fay"))
                .setBreadth(1)
                .setRevenueAtRisk(List.of())
                .build();
        log.publish(Topic.FEATURE_GAP_REVIEWED, launch.toString(), event);
    }

    private FeatureGapReported awaitReport(long revision) {
        return await("revision " + revision + " of the report")
                .atMost(SOON)
                .until(
                        () -> reports().stream()
                                .filter(report -> report.getRevision() == revision)
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static String noGap(String account) {
        return "{\"segment\":\"retail\",\"account\":\"%s\",\"verdict\":\"NO_GAP\"}".formatted(account);
    }

    private String reportsPath() {
        return "/api/capacity/launches/" + launch + "/field-reports";
    }
}
