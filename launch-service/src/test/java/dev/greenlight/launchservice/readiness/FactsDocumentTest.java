package dev.greenlight.launchservice.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.launch.StoredJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Facts that were kept are the facts that were judged, and judge the same. */
class FactsDocumentTest {
    private static final int HISTORIES = 3_000;

    private final StoredJson json = new StoredJson();

    @Test
    void randomFactsAreReadAsTheyWereKeptAndJudgeTheSame() {
        Set<Condition.Status> seen = EnumSet.noneOf(Condition.Status.class);
        for (long seed = 1; seed <= HISTORIES; seed++) {
            MarketFacts facts = new RandomFacts(new Random(seed)).facts();

            MarketFacts read = kept(facts);

            assertThat(read).as("seed " + seed).isEqualTo(facts);
            List<Condition> judged = Gate.judge(facts);
            assertThat(Gate.judge(read)).as("seed " + seed).isEqualTo(judged);
            judged.forEach(condition -> seen.add(condition.status()));
        }
        assertThat(seen).containsExactlyInAnyOrder(Condition.Status.values());
    }

    @Test
    void conditionsThatWereKeptAreThoseThatAreJudgedAgain() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            MarketFacts facts = new RandomFacts(new Random(seed)).facts();
            List<ConditionDocument> stored = StandingCondition.after(List.of(), Gate.judge(facts), facts.at()).stream()
                    .map(ConditionDocument::of)
                    .map(it -> json.read(json.write(it), ConditionDocument.class))
                    .toList();

            assertThat(ConditionDocument.judgedAgain(stored, kept(facts)))
                    .as("seed " + seed)
                    .isEqualTo(stored);
        }
    }

    @Test
    void aMarketWithTwoThousandRequirementsIsKeptToo() {
        MarketFacts facts = new RandomFacts(new Random(7)).facts(2_000);

        MarketFacts read = kept(facts);

        assertThat(read.market().requirements()).hasSize(2_000);
        assertThat(Gate.judge(read)).hasSizeGreaterThan(2_000).isEqualTo(Gate.judge(facts));
    }

    @Test
    void whatTheFirstVersionKeptIsReadForEver() {
        MarketFacts facts = kept("""
                {"market": {"region": "Central", "goLiveDate": "2027-03-01", "zone": "America/Chicago",
                            "price": {"amount": 2676800, "currency": "USD"},
                            "requirements": [{"id": "ae", "role": "account-executive", "fte": "2.5",
                                              "from": "2027-03-01", "to": "2027-05-31"}],
                            "quotas": [{"segment": "retail", "minReports": 1}]},
                 "planRevision": 3, "pitchRevision": 2,
                 "staff": {"launchId": "00000000-0000-0000-0000-000000000001", "region": "Central", "revision": 7,
                           "planRevision": 3, "decisionId": "00000000-0000-0000-0000-000000000002",
                           "commitments": [{"requirement": "ae", "team": "north", "status": "CONFIRMED", "fte": "2.5",
                                            "from": "2027-03-01", "to": "2027-05-31",
                                            "absences": [{"day": "2027-04-12", "fte": "1"}],
                                            "by": "sam", "at": "2027-01-04T09:00:00Z"}],
                           "reportsFiled": 1, "reportsEnded": 0},
                 "heard": [{"segment": "retail", "account": "Cancity", "reporter": "fay", "planRevision": 2}],
                 "openBlockers": [{"gap": "00000000-0000-0000-0000-000000000003", "feature": "Offline mode"}],
                 "waivers": [{"id": "00000000-0000-0000-0000-000000000004",
                              "launchId": "00000000-0000-0000-0000-000000000001", "region": "Central",
                              "condition": "gaps", "demand": {"gaps": ["00000000-0000-0000-0000-000000000003"]},
                              "approver": "lee", "reason": "Few ask for it", "givenAt": "2027-01-04T09:00:00Z",
                              "expiresAt": "2027-06-01T00:00:00Z", "status": "STANDING"}],
                 "owner": "maya", "requester": "maya", "at": "2027-03-01T09:00:00Z"}
                """);

        assertThat(Gate.judge(facts))
                .extracting(condition -> condition.id() + " " + condition.status())
                .containsExactly("capacity:ae FAIL", "feedback:retail PASS", "gaps WAIVED");
    }

    private MarketFacts kept(MarketFacts facts) {
        return kept(json.write(FactsDocument.of(facts)));
    }

    private MarketFacts kept(String document) {
        return json.read(document, FactsDocument.class).toFacts();
    }
}
