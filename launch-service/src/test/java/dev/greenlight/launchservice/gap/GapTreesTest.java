package dev.greenlight.launchservice.gap;

import static dev.greenlight.launchservice.gap.GapFixture.accepted;
import static dev.greenlight.launchservice.gap.GapFixture.blocker;
import static dev.greenlight.launchservice.gap.GapFixture.declined;
import static dev.greenlight.launchservice.gap.GapFixture.idOf;
import static dev.greenlight.launchservice.gap.GapFixture.shipped;
import static dev.greenlight.launchservice.gap.GapFixture.wish;
import static dev.greenlight.launchservice.gap.GapFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What merging and unmerging does to gaps. */
class GapTreesTest {
    private final GapFixture gaps =
            new GapFixture().gap("Offline mode", blocker(1, "Central")).gap("Works without network", wish(2, "East"));

    @Test
    void theReportsOfAMergedGapCountInTheOneThatItIsMergedInto() {
        gaps.merge("Offline mode", "Works without network");

        Gap whole = gaps.of("Works without network");
        assertThat(whole.severity()).isEqualTo(Severity.BLOCKER);
        assertThat(whole.breadth()).isEqualTo(2);
        assertThat(whole.regions()).containsExactly("Central", "East");
        assertThat(whole.reporters()).containsExactly("reporter-1", "reporter-2");
        assertThat(whole.blocks()).isTrue();
    }

    @Test
    void aMergedGapStandsInNobodysWayItself() {
        gaps.merge("Offline mode", "Works without network").review("Works without network", declined("Niche"));

        assertThat(gaps.of("Offline mode").blocks()).isFalse();
        assertThat(gaps.of("Works without network").blocks()).isFalse();
    }

    @Test
    void aReportThatNamesBothIsOneReport() {
        Mention both = wish(3, "West");
        gaps.reported("Offline mode", both)
                .reported("Works without network", both)
                .merge("Offline mode", "Works without network");

        assertThat(gaps.of("Works without network").breadth()).isEqualTo(3);
        assertThat(gaps.reportsOf("Works without network")).hasSize(3);
    }

    @Test
    void aGapThatOthersAreMergedIntoMayBeMergedOn() {
        gaps.gap("Airplane mode", wish(3, "West"))
                .merge("Offline mode", "Works without network")
                .merge("Works without network", "Airplane mode");

        assertThat(gaps.of("Airplane mode").breadth()).isEqualTo(3);
        assertThat(gaps.of("Works without network").breadth()).isEqualTo(2);
        assertThat(gaps.trees().mergedInto(gaps.of("Airplane mode")))
                .extracting(Gap::feature)
                .containsExactly("Works without network", "Offline mode");
    }

    @Test
    void unmergingTheMiddleTakesAllAlongThatIsMergedIntoIt() {
        gaps.gap("Airplane mode", wish(3, "West"))
                .merge("Offline mode", "Works without network")
                .merge("Works without network", "Airplane mode")
                .unmerge("Works without network");

        assertThat(gaps.of("Airplane mode").breadth()).isEqualTo(1);
        assertThat(gaps.of("Works without network").breadth()).isEqualTo(2);
        assertThat(gaps.of("Offline mode").mergedInto()).hasValue(idOf("Works without network"));
    }

    @Test
    void unmergingGivesBackExactlyWhatWasThere() {
        gaps.review("Offline mode", accepted("2027-06-01"));
        Gap part = gaps.of("Offline mode");
        Gap whole = gaps.of("Works without network");

        gaps.merge("Offline mode", "Works without network").unmerge("Offline mode");

        assertThat(gaps.of("Offline mode"))
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(part);
        assertThat(gaps.of("Works without network"))
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(whole);
    }

    @Test
    void whatIsUnmergedIsWeighedByTheReportsThatStandNow() {
        gaps.merge("Offline mode", "Works without network")
                .renewed(withdrawn(blocker(1, "Central")))
                .reported("Offline mode", wish(3, "West"))
                .unmerge("Offline mode");

        assertThat(gaps.of("Offline mode").severity()).isEqualTo(Severity.MINOR);
        assertThat(gaps.of("Offline mode").regions()).containsExactly("West");
        assertThat(gaps.of("Works without network").regions()).containsExactly("East");
    }

    @Test
    void aNewReportOfAMergedGapReopensTheWholeWhenThatWasDeclinedOrShipped() {
        gaps.merge("Offline mode", "Works without network").review("Works without network", declined("Niche"));

        gaps.reported("Offline mode", wish(3, "West"));

        assertThat(gaps.of("Works without network").status()).isEqualTo(GapStatus.NEW);
        assertThat(gaps.of("Works without network").reopened()).isTrue();
        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.MERGED);
        gaps.review("Works without network", shipped()).reported("Offline mode", wish(4, "West"));
        assertThat(gaps.of("Works without network").reopened()).isTrue();
    }

    @Test
    void whatWasDeclinedAndReportedAgainWhileItWasMergedIsOpenWhenItIsUnmerged() {
        gaps.review("Offline mode", declined("Niche"))
                .merge("Offline mode", "Works without network")
                .reported("Offline mode", blocker(3, "West"))
                .unmerge("Offline mode");

        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.NEW);
        assertThat(gaps.of("Offline mode").blocks()).isTrue();
    }

    @Test
    void aReportOfTheWholeReopensNothingThatIsMergedIntoIt() {
        gaps.review("Offline mode", declined("Niche"))
                .merge("Offline mode", "Works without network")
                .reported("Works without network", blocker(3, "West"))
                .unmerge("Offline mode");

        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.DECLINED);
    }

    @Test
    void mergingIsNoReportAndReopensNothing() {
        gaps.review("Works without network", declined("Niche")).merge("Offline mode", "Works without network");

        assertThat(gaps.of("Works without network").status()).isEqualTo(GapStatus.DECLINED);
    }

    @Test
    void aMergedGapIsDecidedWhereItIsMerged() {
        gaps.merge("Offline mode", "Works without network");

        assertThat(gaps.trees().refusesWhenMerged(gaps.of("Offline mode")))
                .hasValueSatisfying(refusal -> assertThat(refusal.sentence())
                        .isEqualTo("\"Offline mode\" is merged into \"Works without network\" ("
                                + idOf("Works without network")
                                + "); decide on that one, or unmerge this one first"));
        assertThat(gaps.trees().refusesWhenMerged(gaps.of("Works without network")))
                .isEmpty();
    }

    @Test
    void aGapIsMergedIntoAnotherThatExistsInItsLaunchAndStandsForItself() {
        Gap elsewhere = Gap.named(idOf("Elsewhere"), FeatureKey.of(new UUID(0, 9), "Elsewhere"), "Elsewhere");
        List<Gap> all = new ArrayList<>(gaps.trees().gaps());
        all.add(elsewhere);
        GapTrees trees = new GapTrees(all);
        Gap gap = gaps.of("Offline mode");

        assertThat(trees.refusesMerge(gap, gap.id()))
                .hasValueSatisfying(it -> assertThat(it.errors()).hasSize(1));
        assertThat(trees.refusesMerge(gap, new UUID(7, 7)))
                .hasValueSatisfying(it -> assertThat(it.errors()).hasSize(1));
        assertThat(trees.refusesMerge(gap, elsewhere.id())).map(Rejection::code).hasValue("gap-of-another-launch");
        assertThat(trees.refusesMerge(gap, idOf("Works without network"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261125, 4711, 99})
    void whateverIsMergedAndUnmergedThereIsNeverACircleAndEachReportCountsOnce(long seed) {
        Random random = new Random(seed);
        GapFixture many = new GapFixture();
        IntStream.range(0, 12).forEach(number -> many.gap("Gap " + number, wish(number, "Central")));

        for (int step = 0; step < 200; step++) {
            String one = "Gap " + random.nextInt(12);
            String other = "Gap " + random.nextInt(12);
            Gap gap = many.of(one);
            if (gap.merge() != null) {
                many.unmerge(one);
            } else if (many.trees().refusesMerge(gap, idOf(other)).isEmpty()) {
                many.merge(one, other);
            }
            int counted = many.trees().gaps().stream()
                    .filter(it -> it.mergedInto().isEmpty())
                    .mapToInt(Gap::breadth)
                    .sum();
            assertThat(counted).as("seed %d, step %d", seed, step).isEqualTo(12);
        }
    }
}
