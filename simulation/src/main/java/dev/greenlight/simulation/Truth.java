package dev.greenlight.simulation;

import dev.greenlight.launchservice.LaunchServiceInMemory;
import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.gap.Gap;
import dev.greenlight.launchservice.gap.GapStatus;
import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.Quota;
import dev.greenlight.launchservice.launch.Requirement;
import dev.greenlight.sales.SalesServiceInMemory;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.CommitmentStatus;
import dev.greenlight.sales.fieldreport.FieldReport;
import dev.greenlight.sales.fieldreport.GapSeverity;
import dev.greenlight.sales.fieldreport.ReportStatus;
import dev.greenlight.sales.fieldreport.ReportVerdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a market lacks in truth: judged on what sales itself holds, day by day and report by report, by code that shares nothing with
 * the gate.
 */
final class Truth {
    private final LaunchServiceInMemory launches;
    private final SalesServiceInMemory sales;

    Truth(LaunchServiceInMemory launches, SalesServiceInMemory sales) {
        this.launches = launches;
        this.sales = sales;
    }

    /** All that the markets of a decision lacked at its moment; nothing when it had to be GO. */
    List<String> lacking(Launch launch, DecisionMade decision) {
        List<String> lacking = new ArrayList<>();
        Optional<dev.greenlight.sales.launch.Launch> known = sales.launches().find(launch.id());
        if (known.isEmpty() || !decision.id().equals(known.get().pendingDecision())) {
            lacking.add("sales does not hold its side still for this decision");
        } else if (known.get().planRevision() != launch.planRevision()) {
            lacking.add("sales has seen revision " + known.get().planRevision() + " of the plan, not "
                    + launch.planRevision());
        }
        decision.regions().forEach(region -> lacking.addAll(lacking(launch, region)));
        return lacking;
    }

    private List<String> lacking(Launch launch, String region) {
        Market market = launch.plan().market(region).orElseThrow();
        long pitchRevision = launch.state(region).orElseThrow().pitchRevision();
        List<String> lacking = new ArrayList<>();
        market.requirements().forEach(it -> shortDay(launch, region, it).ifPresent(lacking::add));
        market.quotas().forEach(it -> unheard(launch, region, it, pitchRevision).ifPresent(lacking::add));
        undecidedBlocker(launch, region).ifPresent(lacking::add);
        return lacking;
    }

    private Optional<String> shortDay(Launch launch, String region, Requirement requirement) {
        for (LocalDate day = requirement.window().from();
                !day.isAfter(requirement.window().to());
                day = day.plusDays(1)) {
            BigDecimal given = BigDecimal.ZERO;
            for (Commitment commitment : sales.commitments().all()) {
                boolean counts = commitment.status() == CommitmentStatus.CONFIRMED
                        && commitment.key().market().launchId().equals(launch.id())
                        && commitment.key().market().region().equals(region)
                        && commitment.key().requirementId().equals(requirement.id());
                if (counts
                        && isWithin(
                                day,
                                commitment.window().from(),
                                commitment.window().to())) {
                    BigDecimal missing = Optional.ofNullable(
                                    commitment.absences().get(day))
                            .map(absent -> absent.amount())
                            .orElse(BigDecimal.ZERO);
                    given = given.add(commitment.fte().amount()).subtract(missing);
                }
            }
            if (given.compareTo(requirement.fte().amount()) < 0) {
                return Optional.of(region + " has " + given + " of " + requirement.fte() + " FTE for "
                        + requirement.id() + " on " + day);
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private Optional<String> unheard(Launch launch, String region, Quota quota, long pitchRevision) {
        List<FieldReport> heard = standing(launch)
                .filter(report -> report.market().region().equals(region))
                .filter(report -> report.segment().equals(quota.segment()))
                .filter(report -> report.planRevision() >= pitchRevision)
                .toList();
        long accounts = heard.stream().map(FieldReport::account).distinct().count();
        long reporters = heard.stream().map(FieldReport::reporter).distinct().count();
        boolean enough = accounts >= quota.minReports() && (quota.minReports() == 1 || reporters >= 2);
        return enough
                ? Optional.empty()
                : Optional.of(region + " has heard " + accounts + " accounts by " + reporters + " people in "
                        + quota.segment());
    }

    private Optional<String> undecidedBlocker(Launch launch, String region) {
        return standing(launch)
                .filter(report -> report.market().region().equals(region))
                .flatMap(report -> report.gaps().stream())
                .map(missing -> FeatureKey.of(launch.id(), missing.feature()))
                .distinct()
                .filter(feature -> isBlocker(launch, feature) && isUndecided(feature))
                .findFirst()
                .map(feature -> region + " has an undecided blocker");
    }

    private boolean isBlocker(Launch launch, FeatureKey feature) {
        return standing(launch)
                .anyMatch(report -> report.gaps().stream()
                        .filter(missing ->
                                FeatureKey.of(launch.id(), missing.feature()).equals(feature))
                        .anyMatch(missing -> missing.severity() == GapSeverity.BLOCKER
                                || report.verdict() == ReportVerdict.NOT_SELLABLE));
    }

    private boolean isUndecided(FeatureKey feature) {
        return launches.gaps().all().stream()
                .filter(gap -> gap.key().equals(feature))
                .map(Gap::status)
                .allMatch(status -> status == GapStatus.NEW || status == GapStatus.UNDER_REVIEW);
    }

    /** What was handed in during a freeze counts after it; what was taken back during it still counts. */
    private Stream<FieldReport> standing(Launch launch) {
        return sales.reports().all().stream()
                .filter(report -> report.market().launchId().equals(launch.id()))
                .filter(report -> !report.isHeld() && report.status() == ReportStatus.STANDING);
    }
}
