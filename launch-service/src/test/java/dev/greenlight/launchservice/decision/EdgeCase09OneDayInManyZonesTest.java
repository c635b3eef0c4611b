package dev.greenlight.launchservice.decision;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.Market;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Edge case 9 of domain.md: "'1 March' in Tokyo and in Los Angeles; a day without midnight (DST gap)." A market's go-live day
 * begins in its own zone, with the first moment that this day has there.
 */
class EdgeCase09OneDayInManyZonesTest {

    @ParameterizedTest(name = "{0} in {1} begins at {2}")
    @CsvSource({
        "2027-03-01, Asia/Tokyo, 2027-02-28T15:00:00Z",
        "2027-03-01, America/Los_Angeles, 2027-03-01T08:00:00Z",
        "2027-03-01, Pacific/Kiritimati, 2027-02-28T10:00:00Z",
        "2027-03-01, UTC, 2027-03-01T00:00:00Z",
        // The clocks go forward at midnight: these days begin at one o'clock.
        "2027-04-30, Africa/Cairo, 2027-04-29T22:00:00Z",
        "2027-03-28, Asia/Beirut, 2027-03-27T22:00:00Z",
        // The clocks go back at midnight, so that the hour before it comes twice; the new day begins after the second
        // one.
        "2027-10-31, Asia/Beirut, 2027-10-30T22:00:00Z"
    })
    void aDayBeginsWithItsFirstMomentThere(LocalDate day, String zone, Instant first) {
        Launch launch = launch(market("Central", day, zone));

        assertThat(GoLiveRule.firstRefusal(launch, List.of("Central"), first)).isEmpty();
        assertThat(GoLiveRule.firstRefusal(launch, List.of("Central"), first.minusMillis(1)))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("too-early"));
    }

    @Test
    void theSameDateIsOpenInTokyoAndTooEarlyInLosAngeles() {
        LocalDate firstOfMarch = LocalDate.parse("2027-03-01");
        Launch launch = launch(
                market("Japan", firstOfMarch, "Asia/Tokyo"), market("West", firstOfMarch, "America/Los_Angeles"));
        Instant now = Instant.parse("2027-02-28T16:00:00Z");

        assertThat(GoLiveRule.firstRefusal(launch, List.of("Japan"), now)).isEmpty();
        assertThat(GoLiveRule.firstRefusal(launch, List.of("Japan", "West"), now))
                .hasValueSatisfying(refusal -> assertThat(refusal.sentence())
                        .isEqualTo("West goes live on 2027-03-01 (America/Los_Angeles) at the earliest;"
                                + " to go sooner, revise the plan"));
    }

    @Test
    void aDayIsPastOnlyWhenItIsOverThere() {
        Market west = market("West", LocalDate.parse("2027-03-01"), "America/Los_Angeles");

        assertThat(west.isPastAt(Instant.parse("2027-03-02T07:59:59Z"))).isFalse();
        assertThat(west.isPastAt(Instant.parse("2027-03-02T08:00:00Z"))).isTrue();
    }

    private static Market market(String region, LocalDate day, String zone) {
        Market chicago = LaunchFixture.market(region);
        return new Market(region, day, ZoneId.of(zone), chicago.price(), chicago.requirements(), chicago.quotas());
    }

    private static Launch launch(Market... markets) {
        return Launch.planned(new UUID(0, 1), "maya", LaunchFixture.plan(markets), false, MONDAY);
    }
}
