package dev.greenlight.kit.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.Promise.Ask;
import dev.greenlight.kit.staffing.Promise.Fate;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a new plan makes of a promise. */
class PromiseTest {
    private static final DateWindow SPRING = days("2027-03-01", "2027-05-31");

    private final Promise whole = new Promise("account-executive", SPRING, SPRING);
    private final Promise part = new Promise("account-executive", days("2027-03-01", "2027-03-31"), SPRING);

    @Test
    void aPromiseThatCoversTheNewWindowStands() {
        assertThat(fate(whole, "2027-03-15", "2027-04-30")).isEqualTo(Fate.STANDS);
    }

    @Test
    void aPromiseThatDoesNotCoverTheNewWindowIsStale() {
        assertThat(fate(whole, "2027-03-01", "2027-06-01")).isEqualTo(Fate.STALE);
        assertThat(fate(whole, "2027-02-28", "2027-05-31")).isEqualTo(Fate.STALE);
    }

    @Test
    void aPromiseForAPartStandsAsLongAsTheWindowIsTheOneThatWasAnswered() {
        assertThat(fate(part, "2027-03-01", "2027-05-31")).isEqualTo(Fate.STANDS);
        assertThat(fate(part, "2027-03-01", "2027-05-30")).isEqualTo(Fate.STALE);
        assertThat(fate(part, "2027-03-02", "2027-03-31")).isEqualTo(Fate.STANDS);
    }

    @Test
    void aPromiseThatNobodyAsksForAnyMoreIsReleased() {
        assertThat(whole.under(Optional.empty())).isEqualTo(Fate.RELEASED);
    }

    @Test
    void aPromiseIsReleasedWhenAnotherRoleIsAskedForInItsPlace() {
        assertThat(whole.under(Optional.of(new Ask("solution-engineer", SPRING))))
                .isEqualTo(Fate.RELEASED);
        assertThat(whole.under(Optional.of(new Ask("Account-Executive", SPRING))))
                .isEqualTo(Fate.STANDS);
    }

    private static Fate fate(Promise promise, String from, String to) {
        return promise.under(Optional.of(new Ask("account-executive", days(from, to))));
    }

    private static DateWindow days(String from, String to) {
        return new DateWindow(LocalDate.parse(from), LocalDate.parse(to));
    }
}
