package dev.greenlight.launchservice.readiness;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.gap.OpenBlocker;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanReader;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.CounterOffer;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.waiver.WaiverDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a market was judged on, as they are kept beside a decision: judged again, they give the same conditions.
 * Readable for ever: fields are added, never renamed.
 *
 * @param staff null when sales had not spoken
 * @param requester null when no decision was being made
 */
public record FactsDocument(
        MarketDocument market,
        long planRevision,
        long pitchRevision,
        @Nullable StaffDocument staff,
        List<HeardDocument> heard,
        List<BlockerDocument> openBlockers,
        List<WaiverDocument> waivers,
        String owner,
        @Nullable String requester,
        Instant at) {

    /** What sales said. */
    public record StaffDocument(
            UUID launchId,
            String region,
            long revision,
            long planRevision,
            @Nullable UUID decisionId,
            List<CommitmentDocument> commitments,
            @Nullable Long reportsFiled,
            @Nullable Long reportsEnded) {

        static StaffDocument of(SalesSnapshot staff) {
            ReportCounts reports = staff.launchReports();
            return new StaffDocument(
                    staff.market().launchId(),
                    staff.market().region(),
                    staff.revision(),
                    staff.planRevision(),
                    staff.decisionId(),
                    staff.commitments().stream().map(CommitmentDocument::of).toList(),
                    reports == null ? null : reports.filed(),
                    reports == null ? null : reports.ended());
        }

        SalesSnapshot toSnapshot() {
            return new SalesSnapshot(
                    new MarketKey(launchId, region),
                    revision,
                    planRevision,
                    decisionId,
                    commitments.stream().map(CommitmentDocument::toCommitment).toList(),
                    reportsFiled == null || reportsEnded == null ? null : new ReportCounts(reportsFiled, reportsEnded));
        }
    }

    /** One team's answer. */
    public record CommitmentDocument(
            String requirement,
            String team,
            Commitment.Status status,
            String fte,
            LocalDate from,
            LocalDate to,
            List<AbsenceDocument> absences,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable WindowDocument answered,
            @Nullable OfferDocument counter) {

        static CommitmentDocument of(Commitment commitment) {
            CounterOffer counter = commitment.counter();
            return new CommitmentDocument(
                    commitment.requirementId(),
                    commitment.team(),
                    commitment.status(),
                    commitment.fte().toString(),
                    commitment.window().from(),
                    commitment.window().to(),
                    commitment.absences().stream()
                            .map(it -> new AbsenceDocument(it.day(), it.fte().toString()))
                            .toList(),
                    commitment.by(),
                    commitment.at(),
                    commitment.reason(),
                    WindowDocument.of(commitment.answered()),
                    counter == null
                            ? null
                            : new OfferDocument(counter.fte().toString(), WindowDocument.of(counter.window())));
        }

        Commitment toCommitment() {
            DateWindow window = new DateWindow(from, to);
            return new Commitment(
                    requirement,
                    team,
                    status,
                    exactly(fte),
                    window,
                    absences.stream()
                            .map(it -> new Commitment.Absence(it.day(), exactly(it.fte())))
                            .toList(),
                    by,
                    at,
                    reason,
                    answered == null ? window : answered.toWindow(),
                    counter == null
                            ? null
                            : new CounterOffer(
                                    exactly(counter.fte()), counter.window().toWindow()));
        }
    }

    /** Days from the first to the last. */
    public record WindowDocument(LocalDate from, LocalDate to) {
        static WindowDocument of(DateWindow window) {
            return new WindowDocument(window.from(), window.to());
        }

        DateWindow toWindow() {
            return new DateWindow(from, to);
        }
    }

    /** What a team that declined could give instead. */
    public record OfferDocument(String fte, WindowDocument window) {}

    /** What a commitment lacked on one day. */
    public record AbsenceDocument(LocalDate day, String fte) {}

    /** One account's voice. */
    public record HeardDocument(String segment, String account, String reporter, long planRevision) {}

    /** A blocker that stood open. */
    public record BlockerDocument(UUID gap, String feature) {}

    /** The document of facts. */
    public static FactsDocument of(MarketFacts facts) {
        return new FactsDocument(
                MarketDocument.of(facts.market()),
                facts.planRevision(),
                facts.pitchRevision(),
                facts.staff().map(StaffDocument::of).orElse(null),
                facts.heard().stream()
                        .map(it -> new HeardDocument(it.segment(), it.account(), it.reporter(), it.planRevision()))
                        .toList(),
                facts.openBlockers().stream()
                        .map(it -> new BlockerDocument(it.gap(), it.feature()))
                        .toList(),
                facts.waivers().stream().map(WaiverDocument::of).toList(),
                facts.owner(),
                facts.requester().orElse(null),
                facts.at());
    }

    /** The region of the market. */
    public String region() {
        return String.valueOf(market.region());
    }

    /** The facts of the document. */
    public MarketFacts toFacts() {
        return new MarketFacts(
                PlanReader.keptMarket(market),
                planRevision,
                pitchRevision,
                Optional.ofNullable(staff).map(StaffDocument::toSnapshot),
                heard.stream()
                        .map(it -> new Heard(it.segment(), it.account(), it.reporter(), it.planRevision()))
                        .toList(),
                openBlockers.stream()
                        .map(it -> new OpenBlocker(it.gap(), it.feature()))
                        .toList(),
                waivers.stream().map(WaiverDocument::toWaiver).toList(),
                owner,
                Optional.ofNullable(requester),
                at);
    }

    /** As it was written down; other than what people write it may be nothing at all. */
    private static Fte exactly(String fte) {
        return new Fte(new BigDecimal(fte));
    }
}
