package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.readiness.FactsFixture.askedFor;
import static dev.greenlight.launchservice.readiness.FactsFixture.blockedBy;
import static dev.greenlight.launchservice.readiness.FactsFixture.commitment;
import static dev.greenlight.launchservice.readiness.FactsFixture.nothing;
import static dev.greenlight.launchservice.readiness.FactsFixture.ownedBy;
import static dev.greenlight.launchservice.readiness.FactsFixture.staffed;
import static dev.greenlight.launchservice.readiness.FactsFixture.waived;
import static dev.greenlight.launchservice.readiness.FactsFixture.waiverOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.waiver.Waiver;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A waived condition is WAIVED, not PASS, and says by whom, until when and why. */
class WaivingTest {
    private final MarketFacts tooFew = staffed(commitment("north", Commitment.Status.CONFIRMED, "1.5"));
    private final Waiver waiver = waiverOf("capacity:ae", tooFew);

    @Test
    void aWaivedConditionKeepsSayingWhatIsMissing() {
        Condition condition = judge("capacity:ae", waived(tooFew, waiver));

        assertThat(condition.status()).isEqualTo(Status.WAIVED);
        assertThat(condition.passes()).isFalse();
        assertThat(condition.isClear()).isTrue();
        assertThat(condition.cause())
                .isEqualTo("1.5 of 2.5 FTE committed on 2027-03-01; waived by lee until 2027-01-05T09:00:00Z:"
                        + " Two start in May");
        assertThat(condition.owner()).isEqualTo("sales-manager:Central");
        assertThat(condition.evidence())
                .containsAllEntriesOf(Map.of(
                        "committed", "1.5",
                        "approver", "lee",
                        "reason", "Two start in May",
                        "expiresAt", "2027-01-05T09:00:00Z",
                        "waiver", waiver.id().toString()));
    }

    @Test
    void whatNobodyKnowsCanBeWaivedToo() {
        assertThat(judge("capacity:ae", waived(nothing(), waiver)).status()).isEqualTo(Status.WAIVED);
    }

    @Test
    void whatPassesPassesWhoeverWaivedIt() {
        MarketFacts covered = staffed(commitment("north", Commitment.Status.CONFIRMED, "2.5"));

        assertThat(judge("capacity:ae", waived(covered, waiver)).status()).isEqualTo(Status.PASS);
    }

    @Test
    void aWaiverIsForItsConditionAlone() {
        assertThat(judge("feedback:retail", waived(tooFew, waiver)).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void ofAWaiverThatDoesNotCountTheCauseSaysWhy() {
        MarketFacts facts = waived(tooFew, waiver);

        assertThat(judge("capacity:ae", askedFor("lee", facts)).cause())
                .isEqualTo("1.5 of 2.5 FTE committed on 2027-03-01;"
                        + " the waiver by lee does not count: lee asked to go live");
        assertThat(judge("capacity:ae", askedFor("lee", facts)).status()).isEqualTo(Status.FAIL);
        assertThat(judge("capacity:ae", ownedBy("lee", facts)).cause()).endsWith("lee owns the launch");
        assertThat(judge("capacity:ae", askedFor("mark", facts)).status()).isEqualTo(Status.WAIVED);
    }

    @Test
    void aBlockerThatLeadershipDidNotSeeIsNotWaived() {
        Waiver ofTwo = waiverOf("gaps", blockedBy("Offline mode", "Search"));

        assertThat(judge("gaps", waived(blockedBy("Search"), ofTwo)).status()).isEqualTo(Status.WAIVED);
        Condition third = judge("gaps", waived(blockedBy("Search", "Undo"), ofTwo));
        assertThat(third.status()).isEqualTo(Status.FAIL);
        assertThat(third.cause()).endsWith("it was given for the BLOCKERs that stood open then");
    }

    private static Condition judge(String id, MarketFacts facts) {
        return Gate.judge(facts).stream()
                .filter(condition -> condition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
