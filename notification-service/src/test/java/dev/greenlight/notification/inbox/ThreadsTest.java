package dev.greenlight.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.notification.recipient.Notice;
import dev.greenlight.notification.recipient.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final UUID LAUNCH = UUID.randomUUID();
    private static final Instant EARLIER = Instant.parse("2027-02-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2027-02-02T09:00:00Z");

    @Test
    void aNewMatterIsAnUnreadThread() {
        Delivery thread = only(changes(List.of(notice("short", true, false)), List.of()));

        assertThat(thread.readAt()).isNull();
        assertThat(thread.doneAt()).isNull();
        assertThat(thread.hidden()).isFalse();
        assertThat(thread.at()).isEqualTo(EARLIER);
    }

    @Test
    void doingItTwiceChangesNothing() {
        Notice notice = notice("short", true, false);
        Delivery thread = only(changes(List.of(notice), List.of()));

        assertThat(changes(List.of(notice), List.of(thread))).isEmpty();
    }

    @Test
    void aThreadThatWasReadReappearsWhenItsSubstanceChanges() {
        Delivery read = read(only(changes(List.of(notice("short", true, false)), List.of())));

        Delivery again = only(changes(List.of(notice("shorter", true, false)), List.of(read)));

        assertThat(again.id()).isEqualTo(read.id());
        assertThat(again.readAt()).isNull();
        assertThat(again.text()).isEqualTo("text of shorter");
    }

    @Test
    void aThreadThatWasReadStaysReadWhenOnlyItsWordsChange() {
        Delivery read = read(only(changes(List.of(notice("short", true, false)), List.of())));
        Notice reworded = new Notice(
                "sam",
                "commit:1",
                NoticeKind.COMMIT,
                LAUNCH,
                "Central",
                "title",
                "other words",
                true,
                "short",
                false,
                NOW);

        Delivery updated = only(changes(List.of(reworded), List.of(read)));

        assertThat(updated.text()).isEqualTo("other words");
        assertThat(updated.readAt()).isEqualTo(read.readAt());
        assertThat(updated.at()).isEqualTo(read.at());
    }

    @Test
    void whatNoLongerStandsIsDoneOnce() {
        Delivery thread = only(changes(List.of(notice("short", true, false)), List.of()));

        Delivery done = only(changes(List.of(), List.of(thread)));

        assertThat(done.doneAt()).isEqualTo(NOW);
        assertThat(changes(List.of(), List.of(done))).isEmpty();
    }

    @Test
    void aMatterThatComesBackReappearsInTheSameThread() {
        Notice notice = notice("short", true, false);
        Delivery done = read(only(changes(List.of(), List.of(only(changes(List.of(notice), List.of()))))));

        Delivery again = only(changes(List.of(notice), List.of(done)));

        assertThat(again.id()).isEqualTo(done.id());
        assertThat(again.doneAt()).isNull();
        assertThat(again.readAt()).isNull();
    }

    @Test
    void whoIsNewlyAskedToActSeesItAgain() {
        Delivery told = read(only(changes(List.of(notice("same", false, false)), List.of())));

        assertThat(only(changes(List.of(notice("same", true, false)), List.of(told)))
                        .readAt())
                .isNull();
    }

    @Test
    void whatOneDidOneselfIsNotTold() {
        Delivery own = only(changes(List.of(notice("held", false, true)), List.of()));

        assertThat(own.hidden()).isTrue();
    }

    @Test
    void whatOneDidOneselfIsNotToldLaterEitherWhenSomebodyElseChangesSomething() {
        Delivery own = only(changes(List.of(notice("held", false, true)), List.of()));

        assertThat(changes(List.of(notice("held", false, false)), List.of(own))).isEmpty();
    }

    @Test
    void whatOneMustDoAfterOnesOwnDeedIsThereButDoesNotInterrupt() {
        Delivery own = only(changes(List.of(notice("short", true, true)), List.of()));

        assertThat(own.hidden()).isFalse();
        assertThat(own.readAt()).isEqualTo(EARLIER);
    }

    private static List<Delivery> changes(List<Notice> standing, List<Delivery> kept) {
        return Threads.changes(standing, kept, NOW, UUID::randomUUID);
    }

    private static Delivery only(List<Delivery> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static Notice notice(String substance, boolean asksAction, boolean ownDoing) {
        return new Notice(
                "sam",
                "commit:1",
                NoticeKind.COMMIT,
                LAUNCH,
                "Central",
                "title",
                "text of " + substance,
                asksAction,
                substance,
                ownDoing,
                EARLIER);
    }

    private static Delivery read(Delivery thread) {
        return new Delivery(
                thread.id(),
                thread.person(),
                thread.matter(),
                thread.kind(),
                thread.launch(),
                thread.region(),
                thread.title(),
                thread.text(),
                thread.asksAction(),
                thread.substance(),
                thread.hidden(),
                thread.at(),
                NOW,
                thread.doneAt());
    }
}
