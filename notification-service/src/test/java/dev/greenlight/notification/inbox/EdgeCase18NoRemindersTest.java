package dev.greenlight.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.people.Person;
import dev.greenlight.notification.recipient.GapFact;
import dev.greenlight.notification.recipient.LaunchFact;
import dev.greenlight.notification.recipient.LaunchFact.Status;
import dev.greenlight.notification.recipient.LaunchView;
import dev.greenlight.notification.recipient.ReadinessFact;
import dev.greenlight.notification.recipient.StaffFact;
import dev.greenlight.notification.recipient.WhoIsTold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Edge case 18: "A cancelled launch still sends reminders." */
class EdgeCase18NoRemindersTest {
    private static final UUID LAUNCH = new UUID(0, 1);
    private static final Instant PLANNED = Instant.parse("2027-02-01T09:00:00Z");
    private static final Instant STOPPED = PLANNED.plus(Duration.ofDays(1));

    private final People people = new People(List.of(
            person("maya", Role.MARKETING),
            person("sam", Role.SALES_MANAGER, "Central"),
            person("fay", Role.FIELD, "Central"),
            person("pia", Role.PRODUCT),
            person("lee", Role.LEADERSHIP)));

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "CLOSED", "ON_HOLD"})
    void whatIsOpenInInboxesIsSettledAndOnlyThatItIsStoppedIsTold(Status stopped) {
        List<Delivery> open = inboxes(Status.PLANNED, PLANNED, List.of());
        assertThat(open).extracting(Delivery::kind).contains("commit", "report", "answer", "review", "decision");

        List<Delivery> after = inboxes(stopped, STOPPED, open);

        assertThat(after).filteredOn(it -> it.doneAt() == null).allSatisfy(told -> {
            assertThat(told.kind()).isEqualTo("launch");
            assertThat(told.asksAction()).isFalse();
        });
        assertThat(after).filteredOn(it -> it.doneAt() != null).hasSameSizeAs(open);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "CLOSED", "ON_HOLD"})
    void noDayThatComesRemindsAnybody(Status stopped) {
        LaunchView view = view(stopped, STOPPED);
        List<Delivery> after = inboxes(stopped, STOPPED, inboxes(Status.PLANNED, PLANNED, List.of()));

        assertThat(WhoIsTold.nextTurn(view, STOPPED)).isEmpty();
        Instant goLiveDay = Instant.parse("2027-03-01T12:00:00Z");
        assertThat(Threads.changes(
                        WhoIsTold.about(view, people, goLiveDay),
                        after,
                        goLiveDay,
                        EdgeCase18NoRemindersTest::unexpected))
                .isEmpty();
    }

    @Test
    void aLaunchThatGoesOnAfterItsHoldAsksAgain() {
        List<Delivery> held = inboxes(Status.ON_HOLD, STOPPED, inboxes(Status.PLANNED, PLANNED, List.of()));

        List<Delivery> resumed = inboxes(Status.PLANNED, STOPPED.plusSeconds(60), held);

        assertThat(resumed)
                .filteredOn(it -> it.kind().equals("commit"))
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.doneAt()).isNull();
                    assertThat(again.readAt()).isNull();
                });
    }

    /** All threads after the launch has got the status. */
    private List<Delivery> inboxes(Status status, Instant at, List<Delivery> before) {
        List<Delivery> changes =
                Threads.changes(WhoIsTold.about(view(status, at), people, at), before, at, UUID::randomUUID);
        List<Delivery> after = new ArrayList<>(before);
        after.removeIf(it -> changes.stream().anyMatch(change -> change.id().equals(it.id())));
        after.addAll(changes);
        return after;
    }

    private static LaunchView view(Status status, Instant at) {
        LaunchFact launch = new LaunchFact(
                LAUNCH,
                1,
                "maya",
                at,
                "GTK 500",
                "maya",
                status,
                null,
                at,
                null,
                false,
                List.of(new LaunchFact.MarketPlan(
                        "Central", LocalDate.parse("2027-03-01"), ZoneId.of("America/Chicago"), false, List.of())),
                false,
                new LaunchFact.Decision(new UUID(0, 2), false, "maya", PLANNED, Set.of("Central"), "No staff"));
        ReadinessFact red = new ReadinessFact(
                LAUNCH,
                "Central",
                1,
                "maya",
                PLANNED,
                false,
                false,
                List.of(
                        new ReadinessFact.Red(
                                "capacity:ae", ReadinessFact.Kind.CAPACITY, "0 of 2 FTE", "sales-manager:Central"),
                        new ReadinessFact.Red(
                                "feedback:retail", ReadinessFact.Kind.FEEDBACK, "0 of 2 accounts", "field:Central")),
                List.of(),
                List.of());
        StaffFact.Refusal declined =
                new StaffFact.Refusal(StaffFact.Kind.DECLINED, "ae", "team-1", "0", "sam", PLANNED, "busy", null);
        GapFact blocker = new GapFact(
                new UUID(0, 3),
                LAUNCH,
                1,
                "fay",
                PLANNED,
                "Offline mode",
                true,
                GapFact.Status.NEW,
                null,
                null,
                null,
                Set.of("Central"),
                Set.of("fay"),
                1,
                false);
        return new LaunchView(
                launch,
                Map.of("Central", red),
                Map.of("Central", new StaffFact(LAUNCH, "Central", 1, "sam", PLANNED, List.of(declined))),
                List.of(blocker));
    }

    private static Person person(String id, Role role, String... regions) {
        return new Person(id, id, null, Set.of(role), Set.of(regions), null, null, Instant.EPOCH);
    }

    private static UUID unexpected() {
        throw new AssertionError("Somebody is told something new");
    }
}
