package dev.greenlight.launchservice.waiver;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.waiver.Demands.Demanded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What leadership wants to waive.
 *
 * @param approver user id of who waives
 * @param expiresAt as exact as the database keeps it
 */
record WaiverRequest(String region, String condition, String approver, String reason, Instant expiresAt) {
    private static final Duration LONGEST = Duration.ofDays(731);
    private static final int MOST_NAMED = 20;

    WaiverRequest {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Every field that is wrong in itself. */
    List<Fault> faults(Launch launch, List<Demanded> demanded, Instant now) {
        Faults faults = new Faults();
        if (launch.plan().market(region).isEmpty()) {
            faults.add(
                    "/region",
                    "This launch has no market " + region + "; it has "
                            + named(launch.plan().regions()));
        } else if (demanded.stream().noneMatch(it -> it.condition().equals(condition))) {
            faults.add(
                    "/condition",
                    region + " has no condition " + condition + "; it has "
                            + named(demanded.stream().map(Demanded::condition).toList()));
        }
        if (!now.isBefore(expiresAt)) {
            faults.add("/expiresAt", "is past; a waiver ends in the future");
        } else if (expiresAt.isAfter(now.plus(LONGEST))) {
            faults.add("/expiresAt", "is more than two years ahead; a waiver is an exception and ends sooner");
        }
        return faults.list();
    }

    private static String named(List<String> words) {
        int more = words.size() - MOST_NAMED;
        return words.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
