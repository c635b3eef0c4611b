package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.NOW;
import static dev.greenlight.sales.commitment.Sample.asked;
import static dev.greenlight.sales.commitment.Sample.part;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.transition.Transition;
import dev.greenlight.sales.commitment.CommitmentStatus.Action;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.Rep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of {@link CommitmentStatus#TRANSITIONS}, taken by the classes that take it for real. */
class CommitmentLifeTest {
    private static final StaffRequirement SPRING = asked("2", "2027-03-01", "2027-05-31");
    private static final StaffRequirement LATER = asked("2", "2027-04-01", "2027-06-30");
    private static final Rep ANNA = rep("anna", "1");

    /** Answers, each told from its beginning, that together take every step. */
    private static List<Story> stories() {
        return List.of(
                new Story()
                        .commits()
                        .commits()
                        .planFits()
                        .bertLeaves()
                        .everybodyLeaves()
                        .commits()
                        .withdraws(),
                new Story()
                        .commits()
                        .planNoLongerFits()
                        .planNoLongerFits()
                        .bertLeaves()
                        .everybodyLeaves()
                        .declines(),
                new Story()
                        .commits()
                        .planNoLongerFits()
                        .planFits()
                        .isReleased()
                        .commits()
                        .isReleased()
                        .declines(),
                new Story()
                        .declines()
                        .declines()
                        .commits()
                        .planNoLongerFits()
                        .commits()
                        .withdraws()
                        .commits(),
                new Story().commits().planNoLongerFits().declines(),
                new Story().commits().planNoLongerFits().withdraws(),
                new Story().commits().planNoLongerFits().isReleased());
    }

    @Test
    void noStepOfTheTableWasNeverTaken() {
        List<Step> taken = stories().stream()
                .flatMap(story -> story.steps.stream())
                .distinct()
                .toList();

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(CommitmentStatus.TRANSITIONS.transitions().stream()
                        .map(Step::of)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatIsNotInTheTableCanNotHappen(@Nullable CommitmentStatus from, Action action) {
        Commitment current = from == null ? null : standing(from);

        assertThatThrownBy(() -> Story.take(current, action)).isInstanceOf(IllegalStateException.class);
    }

    private static Stream<Arguments> impossible() {
        List<@Nullable CommitmentStatus> from = new ArrayList<>(Arrays.asList(CommitmentStatus.values()));
        from.add(null);
        return from.stream()
                .flatMap(status -> Arrays.stream(Action.values())
                        .filter(action -> !CommitmentStatus.allows(status, action))
                        .map(action -> Arguments.of(status, action)));
    }

    private static Commitment standing(CommitmentStatus status) {
        return stories().stream()
                .flatMap(story -> story.states.stream())
                .filter(state -> state.status() == status)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReleasedPromiseHasNothingLeftToBeWithdrawnAfterTheDecision() {
        Commitment released = Story.promised(null)
                .withdrawnLater(new Withdrawal("ill", "sam", NOW))
                .standing(CommitmentStatus.RELEASED, 5);

        assertThat(released.unfrozen()).isEqualTo(released);
    }

    /** A step that was taken. */
    private record Step(@Nullable CommitmentStatus from, Action action, CommitmentStatus to) {
        static Step of(Transition<CommitmentStatus, Action> transition) {
            return new Step(transition.from(), transition.action(), transition.to());
        }
    }

    /** What becomes of one answer. */
    private static final class Story {
        private final List<Step> steps = new ArrayList<>();
        private final List<Commitment> states = new ArrayList<>();
        private @Nullable Commitment current;

        Story commits() {
            return then(Action.COMMIT, promised(current));
        }

        Story declines() {
            return then(Action.DECLINE, take(current, Action.DECLINE));
        }

        Story withdraws() {
            return then(Action.WITHDRAW, take(current, Action.WITHDRAW));
        }

        Story planFits() {
            return then(Action.PLAN_FITS, take(current, Action.PLAN_FITS));
        }

        Story planNoLongerFits() {
            return then(Action.PLAN_NO_LONGER_FITS, take(current, Action.PLAN_NO_LONGER_FITS));
        }

        Story isReleased() {
            return then(Action.RELEASE, take(current, Action.RELEASE));
        }

        Story bertLeaves() {
            return then(Action.PEOPLE_LEAVE, attended(given(current), ANNA));
        }

        Story everybodyLeaves() {
            return then(Action.PEOPLE_LEAVE, attended(given(current)));
        }

        private Story then(Action action, Commitment next) {
            steps.add(new Step(current == null ? null : current.status(), action, next.status()));
            states.add(next);
            current = next;
            return this;
        }

        static Commitment take(@Nullable Commitment current, Action action) {
            return switch (action) {
                case COMMIT -> promised(current);
                case DECLINE -> Commitment.declined(current, key(), SPRING, 5, "no people", null, "sam", NOW);
                case WITHDRAW -> given(current).withdrawn(new Withdrawal("ill", "sam", NOW));
                case PEOPLE_LEAVE -> given(current).leftBy(rep -> true, "gone", "sam", NOW);
                case PLAN_FITS ->
                    given(current).bindsPeople()
                            ? CarryOver.apply(given(current), launch(), SPRING)
                            : given(current).standing(CommitmentStatus.CONFIRMED, 6);
                case PLAN_NO_LONGER_FITS ->
                    given(current).bindsPeople()
                            ? CarryOver.apply(given(current), launch(), LATER)
                            : given(current).standing(CommitmentStatus.STALE, 6);
                case RELEASE ->
                    given(current).bindsPeople()
                            ? CarryOver.apply(given(current), launch(), null)
                            : given(current).standing(CommitmentStatus.RELEASED, 6);
            };
        }

        private static Commitment attended(Commitment promise, Rep... present) {
            return new Attendance(List.of(team(present)), "sam", NOW).apply(promise);
        }

        static Commitment promised(@Nullable Commitment current) {
            Offer offer = new Offer(5, Fte.of("2"), SPRING.window(), List.of(part("anna", "1"), part("bert", "1")));
            return Commitment.promised(current, key(), SPRING, offer, Map.of(), "sam", NOW);
        }

        private static Commitment given(@Nullable Commitment current) {
            return Optional.ofNullable(current).orElseThrow(() -> new IllegalStateException("There is no answer yet"));
        }

        private static CommitmentKey key() {
            return new CommitmentKey(new MarketKey(GTK, "Central"), "ae", "dustin");
        }

        private static Launch launch() {
            return Sample.launch(GTK, "GTK", LaunchStatus.PLANNED, null);
        }
    }
}
