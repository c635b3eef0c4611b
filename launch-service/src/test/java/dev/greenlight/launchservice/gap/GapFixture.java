package dev.greenlight.launchservice.gap;

import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.FieldReport;
import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Status;
import dev.greenlight.launchservice.fieldreport.FieldReport.Verdict;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gaps of one launch with the reports that name them, as product and the field change them one after the other. */
final class GapFixture {
    static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
    static final UUID LAUNCH = new UUID(0, 1);

    private final Map<FeatureKey, List<Mention>> mentions = new HashMap<>();
    private GapTrees trees = new GapTrees(List.of());

    /** A gap that is named by reports. */
    GapFixture gap(String feature, Mention... reports) {
        List<Gap> all = new ArrayList<>(trees.gaps());
        all.add(Gap.named(idOf(feature), FeatureKey.of(LAUNCH, feature), feature));
        trees = new GapTrees(all);
        return reported(feature, reports);
    }

    /** Reports that were not known before name a gap. */
    GapFixture reported(String feature, Mention... reports) {
        Set<UUID> unknown = new HashSet<>();
        for (Mention report : reports) {
            mentions.computeIfAbsent(FeatureKey.of(LAUNCH, feature), key -> new ArrayList<>())
                    .add(report);
            if (report.isStanding()) {
                unknown.add(report.reportId());
            }
        }
        trees = trees.counted(mentions, unknown);
        return this;
    }

    /** A report is as it now is: ended, an opportunity closed. */
    GapFixture renewed(Mention report) {
        mentions.values()
                .forEach(known -> known.replaceAll(it -> it.reportId().equals(report.reportId()) ? report : it));
        trees = trees.counted(mentions, Set.of());
        return this;
    }

    GapFixture review(String feature, Review review) {
        trees = trees.reviewed(of(feature), review);
        return this;
    }

    GapFixture merge(String feature, String into) {
        assertPossible(feature, into);
        trees = trees.merged(of(feature), idOf(into), null).counted(mentions, Set.of());
        return this;
    }

    GapFixture unmerge(String feature) {
        trees = trees.unmerged(of(feature)).counted(mentions, Set.of());
        return this;
    }

    Gap of(String feature) {
        return trees.find(idOf(feature)).orElseThrow();
    }

    GapTrees trees() {
        return trees;
    }

    List<Mention> reportsOf(String feature) {
        return trees.mentions(of(feature), mentions);
    }

    private void assertPossible(String feature, String into) {
        trees.refusesMerge(of(feature), idOf(into)).ifPresent(refusal -> {
            throw new AssertionError(refusal.sentence());
        });
    }

    static UUID idOf(String feature) {
        return UUID.nameUUIDFromBytes(feature.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Review declined(String reason) {
        return review(GapStatus.DECLINED, reason, null);
    }

    static Review accepted(String date) {
        return review(GapStatus.ACCEPTED, null, LocalDate.parse(date));
    }

    static Review shipped() {
        return review(GapStatus.SHIPPED, null, null);
    }

    static Review review(GapStatus decision, @Nullable String reason, @Nullable LocalDate targetDate) {
        return new Review(decision, reason, targetDate, null);
    }

    /** A standing report of a blocker by a reporter and an account of its own. */
    static Mention blocker(int number, String region, Opportunity... opportunities) {
        return mention(number, region, Severity.BLOCKER, Status.STANDING, MONDAY, opportunities);
    }

    static Mention wish(int number, String region, Opportunity... opportunities) {
        return mention(number, region, Severity.MINOR, Status.STANDING, MONDAY, opportunities);
    }

    static Mention withdrawn(Mention report) {
        return new Mention(
                report.reportId(),
                report.region(),
                report.segment(),
                report.account(),
                report.reporter(),
                report.reportedAt(),
                report.verdict(),
                report.severity(),
                Status.WITHDRAWN,
                report.text(),
                report.asOf().plusSeconds(60),
                report.opportunities());
    }

    static Mention mention(
            int number,
            String region,
            Severity severity,
            FieldReport.Status status,
            Instant asOf,
            Opportunity... opportunities) {
        return new Mention(
                new UUID(1, number),
                region,
                "retail",
                "Account " + number,
                "reporter-" + number,
                MONDAY,
                Verdict.GAP,
                severity,
                status,
                null,
                asOf,
                List.of(opportunities));
    }

    static Opportunity open(String id, long amount) {
        return new Opportunity(id, "GTK 500", amount, "USD", false, true);
    }

    static Opportunity closed(String id, long amount) {
        return new Opportunity(id, "GTK 500", amount, "USD", false, false);
    }
}
