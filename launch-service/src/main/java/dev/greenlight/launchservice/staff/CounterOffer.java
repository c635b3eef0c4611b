package dev.greenlight.launchservice.staff;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.launch.Requirement;

/** What a team that declined could give instead: other staff, or on other days. */
public record CounterOffer(Fte fte, DateWindow window) {

    boolean givesAnybody() {
        return Fte.ZERO.isLessThan(fte);
    }

    /** Whether a requirement asks for exactly this. */
    boolean isWhatIsAskedFor(Requirement asked) {
        return asked.fte().equals(fte) && asked.window().equals(window);
    }

    /** The requirement that asks for exactly this. */
    Requirement askedAs(Requirement before) {
        return new Requirement(before.id(), before.role(), fte, window);
    }

    /** For example {@code 1.5 FTE from 2027-03-08 to 2027-05-31}. */
    @Override
    public String toString() {
        return fte + " FTE from " + window.from() + " to " + window.to();
    }
}
