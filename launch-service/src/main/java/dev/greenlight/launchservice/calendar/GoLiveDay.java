package dev.greenlight.launchservice.calendar;

import dev.greenlight.launchservice.launch.LaunchStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The day on which a market is to go live, as a calendar shows it. One that is given up stays, marked as such, so that calendars
 * take it away.
 *
 * @param revision of the launch; grows with each change, also where a market was dropped
 * @param planned whether the market is still part of the plan
 * @param live whether it is live
 * @param changedAt when the launch was changed last
 */
record GoLiveDay(
        UUID launch,
        long revision,
        String name,
        String product,
        LaunchStatus status,
        String region,
        LocalDate date,
        boolean planned,
        boolean live,
        Instant changedAt) {

    /** How certain it is. */
    enum Certainty {
        /** The market is live. */
        CONFIRMED,
        /** It is planned; it takes a decision to go live. */
        TENTATIVE,
        /** Nothing will come of it. */
        CANCELLED
    }

    /** The same for all revisions of the market. */
    String uid() {
        return launch + "-" + URLEncoder.encode(region, StandardCharsets.UTF_8) + "@greenlight";
    }

    Certainty certainty() {
        if (live) {
            return status == LaunchStatus.CANCELLED ? Certainty.CANCELLED : Certainty.CONFIRMED;
        }
        return planned && !status.isOver() ? Certainty.TENTATIVE : Certainty.CANCELLED;
    }

    /** One line for the calendar's sheet. */
    String summary() {
        String what = name + (certainty() == Certainty.CONFIRMED ? " is live in " : " goes live in ") + region;
        if (certainty() == Certainty.CANCELLED) {
            return "Cancelled: " + what;
        }
        return status == LaunchStatus.ON_HOLD ? "On hold: " + what : what;
    }

    /** What else is known of it. */
    String description() {
        String market = planned ? "" : region + " was dropped from the plan.\n";
        return market + "Product: " + product + "\nThe launch is " + status.words() + ".";
    }
}
