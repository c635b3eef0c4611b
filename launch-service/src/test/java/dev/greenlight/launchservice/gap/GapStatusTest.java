package dev.greenlight.launchservice.gap;

import static dev.greenlight.launchservice.gap.GapFixture.blocker;
import static dev.greenlight.launchservice.gap.GapFixture.review;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.transition.Transition;
import dev.greenlight.launchservice.gap.GapStatus.Action;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may become of a gap: the table, and that it is what happens. */
class GapStatusTest {

    static List<Transition<GapStatus, Action>> table() {
        return GapStatus.TRANSITIONS.transitions();
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyStepOfTheTableIsTaken(Transition<GapStatus, Action> step) {
        GapFixture gaps = step.before().map(GapStatusTest::gapThatIs).orElseGet(GapFixture::new);
        if (step.from() == GapStatus.MERGED) {
            gaps = gapThatIs(step.to()).gap("Another").merge("It", "Another");
        }

        act(gaps, step.action());

        assertThat(gaps.of("It").status()).isEqualTo(step.to());
    }

    @ParameterizedTest
    @EnumSource(GapStatus.class)
    void whatTheTableDoesNotHaveIsRefused(GapStatus from) {
        Gap gap = gapThatIs(from).of("It");

        for (GapStatus decision : GapStatus.values()) {
            boolean possible = Action.of(decision)
                    .filter(action -> GapStatus.TRANSITIONS.allows(from, action, decision))
                    .isPresent();
            assertThat(gap.refuses(complete(decision)).isEmpty())
                    .as(from + " to " + decision)
                    .isEqualTo(possible);
        }
    }

    @Test
    void onlyWhatWasShippedCanBeVerified() {
        assertThat(Arrays.stream(GapStatus.values()).filter(status -> status.mayBecome(GapStatus.VERIFIED)))
                .containsExactly(GapStatus.SHIPPED, GapStatus.VERIFIED);
    }

    @Test
    void stepsOnTheWayToADecisionMayBeSkipped() {
        assertThat(Stream.of(GapStatus.values()).filter(GapStatus.NEW::mayBecome))
                .containsExactly(
                        GapStatus.UNDER_REVIEW,
                        GapStatus.ACCEPTED,
                        GapStatus.DECLINED,
                        GapStatus.WORKAROUND,
                        GapStatus.MERGED,
                        GapStatus.SHIPPED);
    }

    private static GapFixture gapThatIs(GapStatus status) {
        GapFixture gaps = new GapFixture().gap("It", blocker(1, "Central"));
        return switch (status) {
            case NEW -> gaps;
            case MERGED -> gaps.gap("Another").merge("It", "Another");
            case VERIFIED -> gaps.review("It", complete(GapStatus.SHIPPED)).review("It", complete(status));
            default -> gaps.review("It", complete(status));
        };
    }

    private static void act(GapFixture gaps, Action action) {
        switch (action) {
            case REPORT -> {
                if (gaps.trees().gaps().isEmpty()) {
                    gaps.gap("It");
                }
                gaps.reported("It", blocker(9, "East"));
            }
            case MERGE -> gaps.gap("Another").merge("It", "Another");
            case UNMERGE -> gaps.unmerge("It");
            default -> gaps.review("It", complete(decision(action).orElseThrow()));
        }
    }

    private static Optional<GapStatus> decision(Action action) {
        return Arrays.stream(GapStatus.values())
                .filter(status -> Action.of(status).equals(Optional.of(action)))
                .findFirst();
    }

    private static Review complete(GapStatus decision) {
        return decision == GapStatus.MERGED
                ? new Review(decision, null, null, GapFixture.idOf("Another"))
                : review(decision, "Other words than before", LocalDate.parse("2027-06-01"));
    }
}
