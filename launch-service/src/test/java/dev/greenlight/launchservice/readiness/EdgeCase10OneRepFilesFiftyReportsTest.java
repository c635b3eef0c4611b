package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.readiness.FactsFixture.heard;
import static dev.greenlight.launchservice.readiness.FactsFixture.planned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.Quota;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Edge case 10 of domain.md: "One rep files fifty reports." A quota counts distinct accounts, and from 2 on it wants at least two
 * distinct reporters: one rep with fifty reports is one voice.
 */
class EdgeCase10OneRepFilesFiftyReportsTest {
    private final List<Heard> fifty = fifty();

    @Test
    void fiftyReportsByOneRepDoNotMeetAQuotaOfTwo() {
        Condition condition = feedback(2, fifty);

        assertThat(condition.status()).isEqualTo(Condition.Status.FAIL);
        assertThat(condition.cause())
                .isEqualTo("50 accounts heard in retail, but from one reporter only; a second one is needed");
        assertThat(condition.evidence()).containsEntry("accounts", 50).containsEntry("reporters", 1);
    }

    @Test
    void aSecondVoiceMeetsItEvenAboutAnAccountThatWasHeard() {
        List<Heard> seconded = new ArrayList<>(fifty);
        seconded.add(new Heard("retail", "Account 7", "flo", 3));

        assertThat(feedback(50, seconded).status()).isEqualTo(Condition.Status.PASS);
        assertThat(feedback(51, seconded).cause()).isEqualTo("50 of 51 accounts heard in retail");
    }

    @Test
    void fiftyReportsOnOneAccountAreOneAccount() {
        List<Heard> same = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            same.add(new Heard("retail", i % 2 == 0 ? "Cancity" : " CANCITY", i % 3 == 0 ? "fay" : "flo", 3));
        }

        assertThat(feedback(2, same).cause()).isEqualTo("1 of 2 accounts heard in retail");
    }

    @Test
    void whereOneAccountIsEnoughOneRepIsToo() {
        assertThat(feedback(1, fifty.subList(0, 1)).status()).isEqualTo(Condition.Status.PASS);
    }

    private static List<Heard> fifty() {
        List<Heard> reports = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            reports.add(new Heard("retail", "Account " + i, "fay", 3));
        }
        return reports;
    }

    private static Condition feedback(int quota, List<Heard> reports) {
        Market chicago = LaunchFixture.market("Central");
        Market market = new Market(
                chicago.region(),
                chicago.goLiveDate(),
                chicago.zone(),
                chicago.price(),
                chicago.requirements(),
                List.of(new Quota("retail", quota)));
        MarketFacts facts = heard(reports.toArray(Heard[]::new));
        return Gate.judge(planned(market, facts.planRevision(), facts.pitchRevision(), facts))
                .get(1);
    }
}
