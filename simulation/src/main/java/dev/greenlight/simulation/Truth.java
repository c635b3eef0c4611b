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
import dev.greenlight.launchservice.waiver.Demand;
import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.sales.SalesServiceInMemory;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.CommitmentStatus;
import dev.greenlight.sales.fieldreport.FieldReport;
import dev.greenlight.sales.fieldreport.GapSeverity;
import dev.greenlight.sales.fieldreport.MissingFeature;
import dev.greenlight.sales.fieldreport.ReportStatus;
import dev.greenlight.sales.fieldreport.ReportVerdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        decision.regions().forEach(region -> lacking.addAll(lacking(launch, region, decision)));
        return lacking;
    }

    private List<String> lacking(Launch launch, String region, DecisionMade decision) {
        Market market = launch.plan().market(region).orElseThrow();
        long pitchRevision = launch.state(region).orElseThrow().pitchRevision();
        List<String> lacking = new ArrayList<>();
        market.requirements()
                .forEach(it -> shortDay(launch, region, it)
                        .filter(lack -> !isWaived(
                                "capacity:" + it.id(),
                                new Demand.Staff(it.role(), it.fte(), it.window()),
                                launch,
                                region,
                                decision))
                        .ifPresent(lacking::add));
        market.quotas()
                .forEach(it -> unheard(launch, region, it, pitchRevision)
                        .filter(lack -> !isWaived(
                                "feedback:" + it.segment(),
                                new Demand.Voices(it.segment(), it.minReports(), pitchRevision),
                                launch,
                                region,
                                decision))
                        .ifPresent(lacking::add));
        Set<UUID> blockers = undecidedBlockers(launch, region);
        if (!blockers.isEmpty() && !isWaived("gaps", new Demand.Blockers(blockers), launch, region, decision)) {
            lacking.add(region + " has undecided blockers: " + blockers);
        }
        return lacking;
    }

    /** By somebody who neither owns the launch nor asked to go live, in time, for exactly what is asked; blockers: or for more. */
    private boolean isWaived(String condition, Demand demand, Launch launch, String region, DecisionMade decision) {
        return launches.waivers().stream()
                .filter(waiver -> waiver.market().launchId().equals(launch.id())
                        && waiver.market().region().equals(region)
                        && waiver.condition().equals(condition))
                .filter(waiver -> waiver.status() == Waiver.Status.STANDING)
                .filter(waiver -> decision.decidedAt().isBefore(waiver.expiresAt()))
                .filter(waiver -> !waiver.approver().equals(decision.requestedBy())
                        && !waiver.approver().equals(launch.owner()))
                .anyMatch(waiver -> waiver.demand().equals(demand) || coversBlockers(waiver.demand(), demand));
    }

    private static boolean coversBlockers(Demand waived, Demand asked) {
        return waived instanceof Demand.Blockers seen
                && asked instanceof Demand.Blockers open
                && seen.open().containsAll(open.open());
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

    /** The gaps, each as the one that it is merged into, that this market's reports name, that anybody calls a blocker, and that wait. */
    private Set<UUID> undecidedBlockers(Launch launch, String region) {
        return launches.gaps().all().stream()
                .filter(gap -> gap.key().launchId().equals(launch.id()))
                .filter(gap -> gap.status() == GapStatus.NEW || gap.status() == GapStatus.UNDER_REVIEW)
                .filter(gap -> naming(launch, gap)
                        .anyMatch(it -> it.report().market().region().equals(region)))
                .filter(gap -> naming(launch, gap)
                        .anyMatch(it -> it.missing().severity() == GapSeverity.BLOCKER
                                || it.report().verdict() == ReportVerdict.NOT_SELLABLE))
                .map(Gap::id)
                .collect(Collectors.toSet());
    }

    private record Naming(FieldReport report, MissingFeature missing) {}

    private Stream<Naming> naming(Launch launch, Gap gap) {
        return standing(launch)
                .flatMap(report -> report.gaps().stream().map(missing -> new Naming(report, missing)))
                .filter(it -> launches.gaps().all().stream()
                        .filter(named -> named.key()
                                .equals(FeatureKey.of(launch.id(), it.missing().feature())))
                        .anyMatch(named -> isOrIsMergedInto(named, gap)));
    }

    private boolean isOrIsMergedInto(Gap gap, Gap root) {
        return gap.id().equals(root.id())
                || gap.mergedInto().stream()
                        .flatMap(into -> launches.gaps().all().stream()
                                .filter(other -> other.id().equals(into)))
                        .anyMatch(other -> isOrIsMergedInto(other, root));
    }

    /** What was handed in during a freeze counts after it; what was taken back during it still counts. */
    private Stream<FieldReport> standing(Launch launch) {
        return sales.reports().all().stream()
                .filter(report -> report.market().launchId().equals(launch.id()))
                .filter(report -> !report.isHeld() && report.status() == ReportStatus.STANDING);
    }
}
