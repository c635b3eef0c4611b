package dev.greenlight.simulation;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.decision.Decision;
import dev.greenlight.launchservice.gap.Gap;
import dev.greenlight.launchservice.gap.GapInFull;
import dev.greenlight.launchservice.gap.GapStatus;
import dev.greenlight.launchservice.gap.Gaps;
import dev.greenlight.launchservice.gap.Review;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.staff.CounterOffers;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.staff.WaitingOffer;
import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.CommitmentStatus;
import dev.greenlight.sales.commitment.CommittedRep;
import dev.greenlight.sales.commitment.CounterOffer;
import dev.greenlight.sales.commitment.Withdrawal;
import dev.greenlight.sales.fieldreport.FieldReport;
import dev.greenlight.sales.fieldreport.GapSeverity;
import dev.greenlight.sales.fieldreport.Hearing;
import dev.greenlight.sales.fieldreport.MissingFeature;
import dev.greenlight.sales.fieldreport.ReportStatus;
import dev.greenlight.sales.fieldreport.ReportVerdict;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people do, one step at a time. Mostly what helps, as otherwise nothing would ever go live; sometimes what is stale, wrong
 * or in the way.
 */
final class Acts {
    private static final int MOST_LAUNCHES = 2;

    private final World world;
    private final Dice dice;

    Acts(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    void perform(StepKind kind) {
        switch (kind) {
            case PLAN -> plan();
            case REVISE -> revise();
            case PUBLISH -> act(Action.PUBLISH, null, LaunchStatus.DRAFT);
            case HOLD -> act(Action.HOLD, "Budget", dice.oneOf(LaunchStatus.PLANNED, LaunchStatus.LIVE));
            case RESUME -> act(Action.RESUME, null, LaunchStatus.ON_HOLD);
            case CANCEL ->
                act(
                        Action.CANCEL,
                        "No demand",
                        dice.oneOf(LaunchStatus.PLANNED, LaunchStatus.LIVE, LaunchStatus.ON_HOLD, LaunchStatus.DRAFT));
            case CLOSE -> act(Action.CLOSE, null, LaunchStatus.LIVE);
            case GO_LIVE -> goLive();
            case COMMIT -> commit();
            case DECLINE -> decline();
            case WITHDRAW -> withdraw();
            case REPORT -> report();
            case CORRECT -> correct();
            case WITHDRAW_REPORT -> withdrawReport();
            case IMPORT -> importOpportunity();
            case REVIEW -> review();
            case MERGE -> merge();
            case UNMERGE -> unmerge();
            case WAIVE -> waive();
            case REVOKE -> revoke();
            case ACCEPT_OFFER -> acceptOffer();
            case THE_SAME_AGAIN -> commitTheSameAgain();
            case CHANGE_TEAM -> changeTeam();
            case RETRY -> world.retry(dice);
            default -> throw new IllegalStateException(kind + " is done by machines");
        }
    }

    // ---------------------------------------------------------------- marketing

    private void plan() {
        if (world.launchService().launches().all().size() >= MOST_LAUNCHES) {
            return;
        }
        long key = world.nextKey();
        boolean draft = dice.chance(15);
        var plan = Plans.random("Launch " + key, now(), draft, dice);
        send(new Call<>(
                key,
                world.launchNode(),
                "maya plans Launch " + key + (draft ? " as a draft" : "") + " " + plan.markets(),
                Launch.class,
                () -> world.launchService().plan(plan, People.MAYA),
                Acts::published));
    }

    private void revise() {
        launch().ifPresent(launch -> {
            var plan = Plans.edited(launch, now(), dice);
            long seen = seen(launch.revision());
            sendToLaunches(
                    "maya revises " + launch.plan().name() + " to " + plan.description() + plan.positioning()
                            + plan.markets(),
                    () -> world.launchService().revise(launch.id(), plan, seen, People.MAYA));
        });
    }

    private void act(Action action, @Nullable String reason, LaunchStatus usually) {
        launch(usually).ifPresent(launch -> {
            long seen = seen(launch.revision());
            sendToLaunches(
                    "maya " + action + "s " + launch.plan().name(),
                    () -> world.launchService().act(launch.id(), action, reason, seen, People.MAYA));
        });
    }

    private void sendToLaunches(String what, Supplier<Launch> work) {
        send(new Call<>(world.nextKey(), world.launchNode(), what, Launch.class, work, Acts::published));
    }

    private static List<Receipt> published(Launch launch) {
        return launch.status() == LaunchStatus.DRAFT
                ? List.of()
                : List.of(Receipt.of(
                        Topic.LAUNCH_PLANNED,
                        LaunchPlanned.class,
                        "revision " + launch.revision() + " of " + launch.plan().name(),
                        it -> it.getLaunchId().equals(launch.id()) && it.getRevision() == launch.revision()));
    }

    private void goLive() {
        launch(LaunchStatus.PLANNED).ifPresent(launch -> {
            Caller caller = dice.oneOf(People.MAYA, People.MAX, People.LEE);
            List<String> ready = readyRegions(launch);
            if (ready.isEmpty() && dice.chance(85)) {
                return;
            }
            List<String> regions = ready.isEmpty() || dice.chance(25)
                    ? (dice.chance(50) ? null : dice.some(launch.plan().regions()))
                    : ready;
            send(new Call<>(
                    world.nextKey(),
                    world.launchNode(),
                    caller.id() + " asks to go live with " + launch.plan().name() + " in "
                            + (regions == null ? "all" : regions),
                    Decision.class,
                    () -> world.launchService().askToGoLive(launch.id(), regions, caller),
                    decision -> List.of(Receipt.of(
                            Topic.LAUNCH_PLANNED,
                            LaunchPlanned.class,
                            "the request to go live " + decision.id(),
                            it -> it.getPendingDecision() != null
                                    && it.getPendingDecision().getId().equals(decision.id())))));
        });
    }

    private List<String> readyRegions(Launch launch) {
        return world.launchService().readiness().stream()
                .filter(market -> market.market().launchId().equals(launch.id()))
                .filter(market -> market.ready() && !market.live())
                .map(market -> market.market().region())
                .toList();
    }

    private void acceptOffer() {
        dice.pick(world.launchService().launches().all().stream()
                        .flatMap(launch -> WaitingOffer.of(launch, snapshots(launch)).stream()
                                .map(offer -> Map.entry(launch, offer)))
                        .toList())
                .ifPresent(waiting -> {
                    Launch launch = waiting.getKey();
                    WaitingOffer offer = waiting.getValue();
                    long seen = seen(launch.revision());
                    sendToLaunches(
                            "maya takes " + offer,
                            () -> world.launchService()
                                    .part(CounterOffers.class)
                                    .accept(
                                            launch.id(),
                                            offer.region(),
                                            offer.asked().id(),
                                            offer.answer().team(),
                                            new IfMatch(seen),
                                            People.MAYA));
                });
    }

    private Map<MarketKey, SalesSnapshot> snapshots(Launch launch) {
        return world.launchService().staff().stream()
                .filter(it -> it.market().launchId().equals(launch.id()))
                .collect(Collectors.toMap(SalesSnapshot::market, Function.identity()));
    }

    // ---------------------------------------------------------------- leadership

    private void waive() {
        dice.pick(world.launchService().readiness().stream()
                        .flatMap(market -> market.reds().stream()
                                .map(red -> Map.entry(
                                        market.market(), red.condition().id())))
                        .toList())
                .ifPresent(red -> {
                    Caller leader = dice.oneOf(People.LEE, People.LIZ);
                    Instant until = now().plus(
                                    dice.chance(40)
                                            ? Duration.ofSeconds(dice.between(1, 120))
                                            : Duration.ofDays(dice.between(1, 9)));
                    send(new Call<>(
                            world.nextKey(),
                            world.launchNode(),
                            leader.id() + " waives " + red.getValue() + " in "
                                    + red.getKey().region() + " until " + until,
                            Waiver.class,
                            () -> world.launchService()
                                    .waiverCalls()
                                    .give(
                                            red.getKey().launchId(),
                                            red.getKey().region(),
                                            red.getValue(),
                                            "Because",
                                            until,
                                            leader),
                            waiver -> List.of()));
                });
    }

    private void revoke() {
        dice.pick(world.launchService().waivers())
                .ifPresent(waiver -> send(new Call<>(
                        world.nextKey(),
                        world.launchNode(),
                        "lee revokes the waiver of " + waiver.condition(),
                        Boolean.class,
                        () -> {
                            world.launchService()
                                    .waiverCalls()
                                    .revoke(waiver.market().launchId(), waiver.id(), People.LEE);
                            return true;
                        },
                        done -> List.of())));
    }

    // ---------------------------------------------------------------- sales

    private void commit() {
        market(Kind.CAPACITY)
                .ifPresent(market -> requirement(market).ifPresent(requirement -> {
                    boolean helps = dice.chance(75);
                    Fte fte = helps ? requirement.fte() : Fte.of(dice.oneOf("0.5", "1", "1.5", "2.5"));
                    DateWindow window = helps || dice.chance(50) ? null : someDays(requirement);
                    List<CommittedRep> reps = dice.chance(65) ? List.of() : named(market, fte);
                    Fte sum = reps.isEmpty()
                            ? fte
                            : Fte.sum(reps.stream().map(CommittedRep::fte).toList());
                    long seen = seen(world.salesService()
                            .launches()
                            .find(market.launchId())
                            .orElseThrow()
                            .planRevision());
                    Caller manager = People.managerOf(market.plan().region());
                    sendToSales(
                            manager.id() + " commits " + sum + " FTE " + reps + " to " + requirement.id() + " in "
                                    + market.plan().region() + (window == null ? "" : " on " + window)
                                    + " for revision "
                                    + seen,
                            () -> world.salesService()
                                    .commitmentCalls()
                                    .commit(manager, market.key(), requirement.id(), seen, sum, window, reps));
                }));
    }

    /** Mostly one that lacks staff. */
    private Optional<StaffRequirement> requirement(Market market) {
        List<StaffRequirement> wanting = market.plan().requirements().stream()
                .filter(it -> lacks(market, "capacity:" + it.id()))
                .toList();
        return dice.pick(wanting.isEmpty() || dice.chance(15) ? market.plan().requirements() : wanting);
    }

    private DateWindow someDays(StaffRequirement requirement) {
        LocalDate from = requirement.window().from().plusDays(dice.between(-1, 2));
        return new DateWindow(from, from.plusDays(dice.between(0, 6)));
    }

    private List<CommittedRep> named(Market market, Fte fte) {
        return dice.some(People.teamIn(market.plan().region())).stream()
                .map(rep -> new CommittedRep(rep.id(), fte.isLessThan(Fte.of("1")) ? fte : Fte.of("1")))
                .limit(2)
                .toList();
    }

    private void commitTheSameAgain() {
        List<Commitment> fitting = world.salesService().commitments().all().stream()
                .filter(it -> it.status() == CommitmentStatus.STALE || it.counter() != null)
                .toList();
        dice.pick(fitting.isEmpty() ? world.salesService().commitments().all() : fitting)
                .ifPresent(commitment -> {
                    dev.greenlight.sales.launch.MarketKey market =
                            commitment.key().market();
                    Caller manager = People.managerOf(market.region());
                    long seen = seen(world.salesService()
                            .launches()
                            .find(market.launchId())
                            .orElseThrow()
                            .planRevision());
                    String requirement = commitment.key().requirementId();
                    sendToSales(
                            manager.id() + " commits the same again to " + requirement + " in " + market.region(),
                            () -> world.salesService()
                                    .commitmentCalls()
                                    .commitTheSameAgain(manager, market, requirement, seen));
                });
    }

    private void changeTeam() {
        Team team = dice.oneOf(People.TEAMS.get(0), People.TEAMS.get(1));
        List<Rep> reps = team.reps().stream()
                .filter(rep -> dice.chance(85))
                .map(rep -> new Rep(rep.id(), rep.name(), rep.role(), rep.fte(), daysOff()))
                .toList();
        Set<String> leaving =
                dice.chance(30) ? Set.of() : team.reps().stream().map(Rep::id).collect(Collectors.toSet());
        Team wanted = new Team(team.region(), team.id(), team.name(), null, 0, reps);
        Caller manager = People.managerOf(team.region());
        send(new Call<>(
                world.nextKey(),
                world.salesNode(),
                manager.id() + " changes the team to " + reps,
                Team.class,
                () -> world.salesService().teamCalls().put(manager, wanted, leaving),
                changed -> List.of()));
    }

    private Set<LocalDate> daysOff() {
        return dice.chance(80)
                ? Set.of()
                : Set.of(LocalDate.ofInstant(world.time().now(), ZoneOffset.UTC).plusDays(dice.between(0, 5)));
    }

    private void decline() {
        market(Kind.CAPACITY)
                .ifPresent(market -> dice.pick(market.plan().requirements()).ifPresent(requirement -> {
                    Caller manager = People.managerOf(market.plan().region());
                    CounterOffer counter =
                            dice.chance(50) ? null : new CounterOffer(Fte.of("0.5"), someDays(requirement));
                    sendToSales(
                            manager.id() + " declines " + requirement.id() + " in "
                                    + market.plan().region(),
                            () -> world.salesService()
                                    .commitmentCalls()
                                    .decline(manager, market.key(), requirement.id(), "No people", counter));
                }));
    }

    private void withdraw() {
        dice.pick(world.salesService().commitments().all()).ifPresent(commitment -> {
            Caller manager = People.managerOf(commitment.key().market().region());
            sendToSales(
                    manager.id() + " withdraws "
                            + commitment.key().requirementId() + " in "
                            + commitment.key().market().region(),
                    () -> world.salesService()
                            .commitmentCalls()
                            .withdraw(
                                    manager,
                                    commitment.key().market(),
                                    commitment.key().requirementId(),
                                    "Left us"));
        });
    }

    private void sendToSales(String what, Supplier<Commitment> work) {
        send(new Call<>(world.nextKey(), world.salesNode(), what, Commitment.class, work, Acts::answered));
    }

    private static List<Receipt> answered(Commitment answer) {
        Withdrawal later = answer.pendingWithdrawal();
        Instant at = later == null ? answer.at() : later.at();
        String status = (later == null ? answer.status() : CommitmentStatus.WITHDRAWN).name();
        return List.of(Receipt.of(
                Topic.SALES_RESOURCED,
                SalesResourced.class,
                "the answer " + answer,
                it -> it.getLaunchId().equals(answer.key().market().launchId())
                        && it.getRegion().equals(answer.key().market().region())
                        && it.getCommitments().stream()
                                .anyMatch(given -> given.getRequirementId()
                                                .equals(answer.key().requirementId())
                                        && given.getTeam().equals(answer.key().team())
                                        && given.getAt().equals(at)
                                        && given.getStatus().name().equals(status))));
    }

    // ---------------------------------------------------------------- field

    private void report() {
        market(Kind.FEEDBACK).ifPresent(market -> {
            Caller reporter = People.reporterIn(market.plan().region(), dice);
            Hearing hearing = hearing(market);
            long key = world.nextKey();
            sendReport(
                    key,
                    reporter.id() + " reports on " + market.plan().region() + ": " + words(hearing),
                    () -> world.salesService().reportCalls().file(reporter, market.launchId(), tagged(hearing, key)));
        });
    }

    private void correct() {
        standingReport()
                .ifPresent(report -> marketOf(report).ifPresent(market -> {
                    Hearing hearing = hearing(market);
                    long key = world.nextKey();
                    sendReport(
                            key,
                            report.reporter() + " corrects " + report.id() + ": " + words(hearing),
                            () -> world.salesService()
                                    .reportCalls()
                                    .correct(reporter(report), report.id(), tagged(hearing, key)));
                }));
    }

    private void withdrawReport() {
        standingReport()
                .ifPresent(report -> sendReport(
                        world.nextKey(),
                        report.reporter() + " withdraws report " + report.id(),
                        () -> world.salesService()
                                .reportCalls()
                                .withdraw(reporter(report), report.id(), "Wrong account")));
    }

    private void sendReport(long key, String what, Supplier<FieldReport> work) {
        send(new Call<>(key, world.salesNode(), what, FieldReport.class, work, Acts::filed));
    }

    /** What was handed in and taken back during one freeze is published once, as taken back. */
    private static List<Receipt> filed(FieldReport report) {
        ReportStatus status =
                report.ending() == null ? report.status() : report.ending().status();
        return List.of(Receipt.of(
                Topic.FEATURE_GAP,
                FeatureGapReported.class,
                "the report " + report,
                it -> it.getReportId().equals(report.id())
                        && (status == ReportStatus.STANDING
                                || it.getStatus().name().equals(status.name()))));
    }

    private Hearing hearing(Market market) {
        ReportVerdict verdict = dice.chance(65)
                ? ReportVerdict.NO_GAP
                : dice.oneOf(ReportVerdict.GAP, ReportVerdict.GAP, ReportVerdict.NOT_SELLABLE);
        List<MissingFeature> gaps = verdict == ReportVerdict.NO_GAP
                ? List.of()
                : List.of(new MissingFeature(
                        dice.oneOf("Offline mode", "offline  MODE", "Single sign-on", "Export"),
                        dice.oneOf(GapSeverity.MINOR, GapSeverity.MAJOR, GapSeverity.BLOCKER)));
        return new Hearing(
                market.plan().region(),
                dice.chance(85) ? "retail" : "medical",
                dice.oneOf("Cancity", "Konex", "Isdom"),
                dice.chance(60) ? List.of() : List.of(dice.oneOf("O1", "O2", "O3")),
                verdict,
                null,
                gaps);
    }

    /** The call's key stands in the report's text, so that one can count how often it took effect. */
    private static Hearing tagged(Hearing hearing, long key) {
        return new Hearing(
                hearing.region(),
                hearing.segment(),
                hearing.account(),
                hearing.opportunities(),
                hearing.verdict(),
                "call " + key,
                hearing.gaps());
    }

    private static String words(Hearing hearing) {
        return hearing.account() + " (" + hearing.segment() + ") " + hearing.verdict() + " " + hearing.gaps();
    }

    private Optional<FieldReport> standingReport() {
        return dice.pick(world.salesService().reports().all().stream()
                .filter(FieldReport::stands)
                .toList());
    }

    private Optional<Market> marketOf(FieldReport report) {
        return world.salesService().launches().lockMarket(report.market());
    }

    private static Caller reporter(FieldReport report) {
        return List.of(People.FAY, People.FLO, People.FINN).stream()
                .filter(it -> it.id().equals(report.reporter()))
                .findFirst()
                .orElseThrow();
    }

    private void importOpportunity() {
        String id = dice.oneOf("O1", "O2", "O3");
        boolean open = dice.chance(40);
        int amount = dice.between(1, 9) * 50;
        world.tell(() -> "the CRM says that " + id + " is " + (open ? "open" : "won") + " with " + amount);
        world.crmSays(List.of(World.opportunity(id, amount, open)));
    }

    // ---------------------------------------------------------------- product

    private void review() {
        List<Gap> undecided = world.launchService().gaps().all().stream()
                .filter(gap -> !gap.status().isDecided())
                .toList();
        Optional<Gap> chosen = undecided.isEmpty() || dice.chance(20)
                ? dice.pick(world.launchService().gaps().all())
                : dice.pick(undecided);
        chosen.ifPresent(gap -> {
            GapStatus decision = dice.oneOf(
                    GapStatus.ACCEPTED,
                    GapStatus.UNDER_REVIEW,
                    GapStatus.DECLINED,
                    GapStatus.WORKAROUND,
                    GapStatus.SHIPPED,
                    GapStatus.VERIFIED);
            sendReview(gap, new Review(decision, "Because", LocalDate.parse("2027-06-01"), null));
        });
    }

    private void merge() {
        dice.pick(world.launchService().gaps().all())
                .ifPresent(gap -> dice.pick(world.launchService().gaps().all())
                        .ifPresent(into -> sendReview(gap, new Review(GapStatus.MERGED, null, null, into.id()))));
    }

    private void sendReview(Gap gap, Review review) {
        long seen = seen(gap.revision());
        sendToGaps(
                "pia reviews \"" + gap.feature() + "\": " + review,
                () -> world.launchService().part(Gaps.class).review(gap.id(), review, new IfMatch(seen), People.PIA));
    }

    private void unmerge() {
        dice.pick(world.launchService().gaps().all().stream()
                        .filter(gap -> gap.status() == GapStatus.MERGED || dice.chance(5))
                        .toList())
                .ifPresent(gap -> sendToGaps(
                        "pia unmerges \"" + gap.feature() + "\"",
                        () -> world.launchService()
                                .part(Gaps.class)
                                .unmerge(gap.id(), new IfMatch(gap.revision()), People.PIA)));
    }

    private void sendToGaps(String what, Supplier<GapInFull> work) {
        send(new Call<>(world.nextKey(), world.launchNode(), what, GapInFull.class, work, it -> reviewed(it.gap())));
    }

    private static List<Receipt> reviewed(Gap gap) {
        return List.of(Receipt.of(
                Topic.FEATURE_GAP_REVIEWED,
                FeatureGapReviewed.class,
                "revision " + gap.revision() + " of the gap \"" + gap.feature() + "\"",
                it -> it.getGapId().equals(gap.id()) && it.getRevision() == gap.revision()));
    }

    // ---------------------------------------------------------------- what people look at

    private <T> void send(Call<T> call) {
        world.send(call);
    }

    /** Mostly what is there; sometimes somebody has not looked for a while. */
    private long seen(long current) {
        return dice.chance(92) ? current : Math.max(1, current - 1);
    }

    private Instant now() {
        return world.launchNode().clock().instant();
    }

    private Optional<Launch> launch() {
        return dice.pick(world.launchService().launches().all());
    }

    private Optional<Launch> launch(LaunchStatus usually) {
        List<Launch> fitting = world.launchService().launches().all().stream()
                .filter(launch -> launch.status() == usually)
                .toList();
        return dice.chance(5) ? launch() : dice.pick(fitting);
    }

    /** A market that is asked for, as sales knows it; mostly one that lacks something of the kind. */
    private Optional<Market> market(Kind kind) {
        List<Market> known = world.salesService().launches().allMarkets().stream()
                .filter(Market::inPlan)
                .toList();
        List<Market> wanting =
                known.stream().filter(market -> lacks(market, kind.word())).toList();
        return wanting.isEmpty() || dice.chance(15) ? dice.pick(known) : dice.pick(wanting);
    }

    private boolean lacks(Market market, String conditionPrefix) {
        return world.launchService().readiness().stream()
                .filter(it -> it.market().launchId().equals(market.launchId())
                        && it.market().region().equals(market.plan().region()))
                .flatMap(it -> it.reds().stream())
                .anyMatch(red -> red.condition().id().startsWith(conditionPrefix));
    }
}
