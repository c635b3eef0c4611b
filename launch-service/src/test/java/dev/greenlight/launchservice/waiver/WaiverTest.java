package dev.greenlight.launchservice.waiver;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.waiver.WaiverFixture.EXPIRY;
import static dev.greenlight.launchservice.waiver.WaiverFixture.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.waiver.Waiver.Happening;
import dev.greenlight.launchservice.waiver.Waiver.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A waiver stands until one of three things ends it, and covers no more than what leadership saw. */
class WaiverTest {
    private final Waiver waiver = waiver("capacity:ae", staff("2.5"));

    @Test
    void everyWayToEndIsTakenOnce() {
        for (Happening happening : Happening.values()) {
            Optional<Waiver> ended = waiver.after(happening, "lea", EXPIRY);

            assertThat(ended.map(Waiver::status).stream().toList())
                    .isEqualTo(Status.TRANSITIONS.after(Status.STANDING, happening));
            ended.ifPresent(it -> {
                assertThat(it.end()).isEqualTo(new Waiver.End("lea", EXPIRY));
                assertThat(Arrays.stream(Happening.values()).flatMap(again -> it.after(again, "lee", EXPIRY).stream()))
                        .isEmpty();
            });
        }
    }

    @Test
    void itStandsUntilTheInstantOfItsExpiryWhichIsNoPartOfIt() {
        assertThat(waiver.standsAt(EXPIRY.minusNanos(1_000))).isTrue();
        assertThat(waiver.standsAt(EXPIRY)).isFalse();
        assertThat(waiver.asOf(EXPIRY.minusNanos(1_000)).status()).isEqualTo(Status.STANDING);
        assertThat(waiver.asOf(EXPIRY).status()).isEqualTo(Status.LAPSED);
    }

    @Test
    void whatExpiredBeforeItWasReplacedOrRevokedHasLapsed() {
        assertThat(waiver.replacedBy("lea", EXPIRY.minusSeconds(1)).status()).isEqualTo(Status.REPLACED);
        assertThat(waiver.replacedBy("lea", EXPIRY).status()).isEqualTo(Status.LAPSED);
        assertThat(waiver.asOf(EXPIRY).after(Happening.REVOKE, "lea", EXPIRY)).isEmpty();
    }

    @Test
    void whatHasEndedSaysByWhom() {
        assertThatThrownBy(() -> new Waiver(
                        waiver.id(),
                        waiver.market(),
                        "gaps",
                        waiver.demand(),
                        "lee",
                        "Why",
                        MONDAY,
                        EXPIRY,
                        Status.REVOKED,
                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherStaffIsNotWaivedNotEvenLess() {
        assertThat(staff("2.5").covers(staff("2.50"))).isTrue();
        assertThat(staff("2.5").covers(staff("2.6"))).isFalse();
        assertThat(staff("2.5").covers(staff("2.4"))).isFalse();
        assertThat(staff("2.5").covers(new Demand.Voices("retail", 2, 1))).isFalse();
    }

    @Test
    void anotherPitchIsNotWaived() {
        assertThat(new Demand.Voices("retail", 2, 1).covers(new Demand.Voices("retail", 2, 1)))
                .isTrue();
        assertThat(new Demand.Voices("retail", 2, 1).covers(new Demand.Voices("retail", 2, 4)))
                .isFalse();
        assertThat(new Demand.Voices("retail", 2, 1).covers(new Demand.Voices("retail", 3, 1)))
                .isFalse();
    }

    @Test
    void fewerBlockersAreWaivedAnotherOneIsNot() {
        UUID offline = new UUID(0, 1);
        UUID search = new UUID(0, 2);
        Demand both = new Demand.Blockers(Set.of(offline, search));

        assertThat(both.covers(both)).isTrue();
        assertThat(both.covers(new Demand.Blockers(Set.of(search)))).isTrue();
        assertThat(both.covers(new Demand.Blockers(Set.of(search, new UUID(0, 3)))))
                .isFalse();
        assertThat(new Demand.Blockers(Set.of()).covers(both)).isFalse();
    }

    @Test
    void aDemandIsReadAsItWasWritten() {
        for (Demand demand : new Demand[] {
            staff("0.0001"),
            new Demand.Voices("小売 🚀", 1, 7),
            new Demand.Blockers(Set.of(new UUID(1, 2), new UUID(3, 4))),
            new Demand.Blockers(Set.of())
        }) {
            assertThat(DemandDocument.of(demand).toDemand()).isEqualTo(demand);
        }
    }

    private static Demand staff(String fte) {
        return new Demand.Staff(
                "account-executive", LaunchFixture.requirement(fte).fte(), LaunchFixture.spring());
    }
}
