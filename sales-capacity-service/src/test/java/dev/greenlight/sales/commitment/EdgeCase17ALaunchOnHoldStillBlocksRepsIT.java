package dev.greenlight.sales.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.sales.SalesScenario;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** "A launch on hold still blocks reps." For 14 days it does, and then no longer; when it comes back, it does again. */
class EdgeCase17ALaunchOnHoldStillBlocksRepsIT extends SalesScenario {
    private static final Duration FOURTEEN_DAYS = Duration.ofDays(14);
    private static final String ANNA = "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.6\"}]}";

    private final String sam = manager("sam");
    private final UUID other = UUID.randomUUID();

    @Test
    void aNamedRepIsHeldForFourteenDaysAndFreeAfterThat() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        heard(otherPlan());
        commit(sam, ANNA).is(200);

        heard(held(2, Instant.now().minus(FOURTEEN_DAYS).plusSeconds(3_600)));
        assertThat(put(requirementPath(other), sam, ANNA).is(409).code()).isEqualTo("rep-over-booked");
        heard(held(3, Instant.now().minus(FOURTEEN_DAYS)));
        put(requirementPath(other), sam, ANNA).is(200);
    }

    @Test
    void thePoolOfTheOthersIsOverBookedUntilTheHoldIsLongEnoughAndAgainWhenItEnds() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        heard(otherPlan());
        commit(sam, "{\"planRevision\":1,\"fte\":\"0.6\"}").is(200);
        put(requirementPath(other), sam, "{\"planRevision\":1,\"fte\":\"0.6\"}").is(200);
        SalesResourced warned = awaitSales(other, EdgeCase17ALaunchOnHoldStillBlocksRepsIT::isWarned);
        SalesResourced alsoWarned = awaitSales(EdgeCase17ALaunchOnHoldStillBlocksRepsIT::isWarned);

        tell(held(2, Instant.now().minus(FOURTEEN_DAYS).plusSeconds(2)));

        SalesResourced calm =
                awaitSales(other, sales -> sales.getRevision() > warned.getRevision() && !isWarned(sales));
        awaitSales(sales -> sales.getRevision() > alsoWarned.getRevision() && !isWarned(sales));
        tell(plan(3, 1));
        awaitSales(other, sales -> sales.getRevision() > calm.getRevision() && isWarned(sales));
        awaitSales(sales -> sales.getLaunchRevision() == 3 && isWarned(sales));
    }

    @Test
    void whoWasPromisedTwiceMeanwhileIsToldOfOnBothLaunchesWhenTheHoldEnds() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        heard(otherPlan());
        commit(sam, ANNA).is(200);
        heard(held(2, Instant.now().minus(FOURTEEN_DAYS)));
        put(requirementPath(other), sam, ANNA).is(200);

        tell(plan(3, 1));

        SalesResourced shown = awaitSales(other, EdgeCase17ALaunchOnHoldStillBlocksRepsIT::isWarned);
        assertThat(shown.getCommitments().get(0).getWarnings().get(0)).contains("anna is booked 1.2 of 1 FTE");
        awaitSales(sales -> sales.getLaunchRevision() == 3 && isWarned(sales));
    }

    private LaunchPlanned.Builder otherPlan() {
        return plan(other, 1, 1, market(region, "1", "2027-03-01", "2027-05-31"));
    }

    private LaunchPlanned.Builder held(long revision, Instant since) {
        return plan(revision, 1)
                .setStatus(LaunchStatus.ON_HOLD)
                .setStatusReason("The factory burnt down")
                .setStatusSince(since.truncatedTo(ChronoUnit.MICROS));
    }

    private static boolean isWarned(SalesResourced sales) {
        return sales.getCommitments().stream()
                .anyMatch(commitment -> !commitment.getWarnings().isEmpty());
    }
}
