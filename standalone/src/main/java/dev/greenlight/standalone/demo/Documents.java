package dev.greenlight.standalone.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the people of the story send, as the interface wants it. */
final class Documents {
    private Documents() {}

    /** A plan. */
    record Plan(
            String product,
            String name,
            int tier,
            String description,
            String positioning,
            Money budget,
            List<Market> markets) {}

    /** One region of it. */
    record Market(
            String region,
            LocalDate goLiveDate,
            String zone,
            Money price,
            List<Requirement> requirements,
            List<Quota> quotas) {}

    /** Staff that is asked for. */
    record Requirement(String id, String role, String fte, LocalDate from, LocalDate to) {}

    /** How many accounts of a sector must be heard. */
    record Quota(String segment, int minReports) {}

    /** Minor units of a currency. */
    record Money(long amount, String currency) {}

    /**
     * What a team gives.
     *
     * @param fte null where the named reps say it
     * @param reps null for the team's pool
     */
    record Commitment(
            long planRevision,
            String team,
            @Nullable String fte,
            @Nullable List<Rep> reps) {}

    /** A named rep's part. */
    record Rep(String id, String fte) {}

    /** What a rep heard. */
    record Report(
            String region,
            String segment,
            String account,
            List<String> opportunities,
            String verdict,
            String text,
            List<Gap> gaps) {}

    /** What is missing, and how badly. */
    record Gap(String feature, String severity) {}

    /** What product says of a gap. */
    record Review(String decision, String reason, LocalDate targetDate) {}

    /** Which markets are to go live. */
    record GoLive(List<String> regions) {}
}
