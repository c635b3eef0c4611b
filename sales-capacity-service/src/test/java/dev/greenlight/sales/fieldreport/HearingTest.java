package dev.greenlight.sales.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final MissingFeature OFFLINE = new MissingFeature("Offline mode", GapSeverity.MAJOR);

    @Test
    void aReportWithNoGapIsFine() {
        assertThat(faults(ReportVerdict.NO_GAP, null)).isEmpty();
    }

    @Test
    void noGapAndAGapContradictEachOther() {
        assertThat(faults(ReportVerdict.NO_GAP, null, OFFLINE)).containsExactly("/gaps");
    }

    @Test
    void aGapIsNamed() {
        assertThat(faults(ReportVerdict.GAP, "a text is not enough")).containsExactly("/gaps");
        assertThat(faults(ReportVerdict.GAP, null, OFFLINE)).isEmpty();
    }

    @Test
    void whatIsNotSellableSaysWhy() {
        assertThat(faults(ReportVerdict.NOT_SELLABLE, null)).containsExactly("/gaps");
        assertThat(faults(ReportVerdict.NOT_SELLABLE, "They may not buy abroad"))
                .isEmpty();
        assertThat(faults(ReportVerdict.NOT_SELLABLE, null, OFFLINE)).isEmpty();
    }

    @Test
    void oneFeatureIsNotNamedTwiceHoweverItIsSpelt() {
        assertThat(faults(ReportVerdict.GAP, null, OFFLINE, new MissingFeature(" offline  MODE", GapSeverity.MINOR)))
                .containsExactly("/gaps/1/feature");
    }

    private static List<String> faults(ReportVerdict verdict, @Nullable String text, MissingFeature... gaps) {
        Faults faults = new Faults();
        new Hearing(null, "retail", "Acme", List.of(), verdict, text, List.of(gaps)).check(faults);
        return faults.list().stream().map(Fault::pointer).toList();
    }
}
