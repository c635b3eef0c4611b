package dev.greenlight.sales.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Reporters learn what became of their gap, through merges too. */
class GapOutcomeTest {
    private static final UUID LAUNCH = new UUID(0, 1);

    @Test
    void whatStandsForItselfIsAsProductDecided() {
        List<GapOutcome> outcomes = List.of(gap(1, "ACCEPTED", 0), gap(2, "NEW", 0));

        assertThat(GapOutcome.followed(outcomes)).isEqualTo(outcomes);
    }

    @Test
    void aMergedGapShowsWhatBecameOfTheOneInWhichItCounts() {
        List<GapOutcome> followed =
                GapOutcome.followed(List.of(gap(1, "MERGED", 2), gap(2, "MERGED", 3), gap(3, "DECLINED", 0)));

        assertThat(followed)
                .extracting(GapOutcome::id, GapOutcome::status, GapOutcome::reason, GapOutcome::mergedInto)
                .containsExactly(
                        tuple(1, "DECLINED", "Reason 3", 3),
                        tuple(2, "DECLINED", "Reason 3", 3),
                        Tuple.tuple(id(3), "DECLINED", "Reason 3", null));
    }

    @Test
    void aMergeIntoAGapThatIsNotHeardOfYetIsShownAsSuch() {
        assertThat(GapOutcome.followed(List.of(gap(1, "MERGED", 2)))).containsExactly(gap(1, "MERGED", 2));
    }

    @Test
    void newsThatOvertookEachOtherLeadNobodyInACircle() {
        List<GapOutcome> circle = List.of(gap(1, "MERGED", 2), gap(2, "MERGED", 1), gap(3, "MERGED", 1));

        assertThat(GapOutcome.followed(circle)).isEqualTo(circle);
    }

    private static Tuple tuple(int id, String status, String reason, int mergedInto) {
        return Tuple.tuple(id(id), status, reason, id(mergedInto));
    }

    private static GapOutcome gap(int number, String status, int mergedInto) {
        return new GapOutcome(
                id(number),
                LAUNCH,
                "feature " + number,
                status,
                "Reason " + number,
                null,
                mergedInto == 0 ? null : id(mergedInto));
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }
}
