package dev.greenlight.sales.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.sales.SalesScenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconfirmIT extends SalesScenario {
    private final String sam = manager("sam");

    @Test
    void aStalePromiseIsReconfirmedInOneCallForTheWholeNewWindowAndTwiceIsAsGoodAsOnce() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.6\"}]}")
                .is(200);
        heard(laterPlan(2));

        assertThat(commit(sam, "{\"planRevision\":1}").is(409).code()).isEqualTo("superseded-plan");
        Answer again = commit(sam, "{\"planRevision\":2}").is(200);
        commit(sam, "{\"planRevision\":2}").is(200);

        assertThat(again.at("/status")).isEqualTo("CONFIRMED");
        assertThat(again.at("/reps/0/id")).isEqualTo("anna");
        assertThat(again.at("/remark"))
                .isEqualTo("0.6 FTE stand from 2027-04-01 to 2027-06-30: the whole window that is asked for");
        SalesResourced last = awaitSales(sales -> sales.getRevision() == 4);
        assertThat(last.getCommitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.getStatus()).isEqualTo(CommitmentStatus.CONFIRMED);
            assertThat(commitment.getTo()).isEqualTo(LocalDate.parse("2027-06-30"));
            assertThat(commitment.getPlanRevision()).isEqualTo(2);
        });
        tell(laterPlan(3));
        assertThat(awaitSales(sales -> sales.getLaunchRevision() == 3).getRevision())
                .isEqualTo(5);
    }

    @Test
    void aPromiseForAPartOfTheWindowIsReconfirmedForItsPartAndTheAnswerSaysSo() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\",\"from\":\"2027-04-16\"}")
                .is(200);
        heard(laterPlan(2));

        Answer again = commit(sam, "{\"planRevision\":2}").is(200);

        assertThat(again.at("/from")).isEqualTo("2027-04-16");
        assertThat(again.at("/to")).isEqualTo("2027-06-30");
        assertThat(again.at("/remark")).contains("a part of the window", "2027-04-01 to 2027-06-30");
    }

    @Test
    void whoIsBookedElsewhereMeanwhileIsNamedAndThePromiseStaysStale() {
        team("dustin", sam, "anna");
        UUID other = UUID.randomUUID();
        heard(plan(1, 1));
        heard(plan(other, 1, 1, market(region, "1", "2027-06-15", "2027-08-31")));
        String body = "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.6\"}]}";
        commit(sam, body).is(200);
        put(requirementPath(other), sam, body).is(200);
        heard(laterPlan(2));

        Answer refused = commit(sam, "{\"planRevision\":2}").is(409);

        assertThat(refused.code()).isEqualTo("rep-over-booked");
        assertThat(refused.at("/detail")).contains("GTK 500 " + other, "2027-06-15");
        assertThat(shown().at("/markets/0/requirements/0/commitments/0/status")).isEqualTo("STALE");
    }

    @Test
    void aCounterOfferThatMarketingTakesOverIsConfirmedByTheSameCall() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        post(requirementPath(launch) + "/decline", sam, """
                        {"reason": "Too few people in March", "counter": {"fte": "1.5", "from": "2027-04-01", "to": "2027-06-30"}}
                        """).is(200);
        Answer early = commit(sam, "{\"planRevision\":1}").is(400);
        assertThat(early.at("/errors/0/pointer")).isEqualTo("/fte");
        assertThat(early.at("/detail")).contains("your offer was 1.5 FTE from 2027-04-01 to 2027-06-30");

        heard(plan(launch, 2, 2, market(region, "1.5", "2027-04-01", "2027-06-30")));
        Answer confirmed = commit(sam, "{\"planRevision\":2}").is(200);

        assertThat(confirmed.at("/status")).isEqualTo("CONFIRMED");
        assertThat(confirmed.at("/fte")).isEqualTo("1.5");
        assertThat(confirmed.at("/counter/fte")).isEmpty();
        assertThat(awaitSales(sales -> sales.getRevision() == 4)
                        .getCommitments()
                        .get(0)
                        .getFte())
                .isEqualByComparingTo(new BigDecimal("1.5"));
    }

    @Test
    void aSurplusIsShownOnTheDayOnWhichTheLeastIsLeftOverAndTakenBackWithOneCall() {
        team("dustin", sam, "anna", "bert");
        team("melvin", manager("mel"), "carl");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"2\"}").is(200);
        commit(manager("mel"), "{\"planRevision\":1,\"fte\":\"1\",\"to\":\"2027-05-30\"}")
                .is(200);
        assertThat(surplus()).isEqualTo("0");

        heard(plan(launch, 2, 2, market(region, "1.6", "2027-03-01", "2027-05-31")));

        assertThat(surplus()).isEqualTo("0.4");
        commit(sam, "{\"planRevision\":2,\"fte\":\"1.6\"}").is(200);
        assertThat(surplus()).isEqualTo("0");
        assertThat(shown().at("/markets/0/open")).isEqualTo("false");
    }

    private LaunchPlanned.Builder laterPlan(long revision) {
        return plan(launch, revision, 2, market(region, "2", "2027-04-01", "2027-06-30"));
    }

    private Answer shown() {
        return get("/api/capacity/launches/" + launch, sam).is(200);
    }

    private String surplus() {
        return shown().at("/markets/0/requirements/0/surplus");
    }
}
