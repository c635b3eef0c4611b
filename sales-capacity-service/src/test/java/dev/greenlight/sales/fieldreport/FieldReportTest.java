package dev.greenlight.sales.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.ReportCounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FieldReportTest {
    private final FieldReport held = new FieldReport(
            new UUID(0, 1),
            0,
            new MarketKey(new UUID(0, 2), "Central"),
            "retail",
            "Acme",
            "fay",
            Instant.EPOCH,
            1,
            ReportVerdict.NO_GAP,
            null,
            List.of(),
            List.of(),
            ReportStatus.STANDING,
            null,
            null,
            null);

    @Test
    void aHeldReportIsPublishedWhenItIsReleased() {
        assertThat(held.countsWhenReleased()).isEqualTo(new ReportCounts(1, 0));
        assertThat(held.released().revision()).isEqualTo(1);
        assertThat(held.released().stands()).isTrue();
    }

    @Test
    void aHeldReportThatWasWithdrawnMeanwhileIsPublishedAsWithdrawnAndCountsAsBoth() {
        FieldReport withdrawn = held.endedLater(new Ending(ReportStatus.WITHDRAWN, "wrong"));

        assertThat(withdrawn.countsWhenReleased()).isEqualTo(new ReportCounts(1, 1));
        assertThat(withdrawn.released().status()).isEqualTo(ReportStatus.WITHDRAWN);
        assertThat(withdrawn.released().revision()).isEqualTo(1);
    }

    @Test
    void aPublishedReportThatEndsDuringADecisionStandsUntilItHasFallen() {
        FieldReport ending = held.published().endedLater(Ending.SUPERSEDED);

        assertThat(ending.status()).isEqualTo(ReportStatus.STANDING);
        assertThat(ending.stands()).isFalse();
        assertThat(ending.countsWhenReleased()).isEqualTo(new ReportCounts(0, 1));
        assertThat(ending.released().status()).isEqualTo(ReportStatus.SUPERSEDED);
        assertThat(ending.released().revision()).isEqualTo(2);
    }
}
