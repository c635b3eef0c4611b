package dev.greenlight.launchservice;

import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.kit.signal.Signals;
import dev.greenlight.launchservice.decision.Decision;
import dev.greenlight.launchservice.decision.DecisionProperties;
import dev.greenlight.launchservice.decision.DecisionsInMemory;
import dev.greenlight.launchservice.decision.GateKeeper;
import dev.greenlight.launchservice.decision.GoLive;
import dev.greenlight.launchservice.fieldreport.FieldReport;
import dev.greenlight.launchservice.fieldreport.FieldReportsInMemory;
import dev.greenlight.launchservice.gap.FieldReportListener;
import dev.greenlight.launchservice.gap.GapsInMemory;
import dev.greenlight.launchservice.history.HistoryInMemory;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import dev.greenlight.launchservice.launch.Launches;
import dev.greenlight.launchservice.launch.LaunchesInMemory;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.readiness.FactsDocument;
import dev.greenlight.launchservice.readiness.JudgedMarket;
import dev.greenlight.launchservice.readiness.MarketReadiness;
import dev.greenlight.launchservice.readiness.Readiness;
import dev.greenlight.launchservice.readiness.ReadinessInMemory;
import dev.greenlight.launchservice.staff.SalesResourcedListener;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.staff.SalesSnapshotsInMemory;
import dev.greenlight.launchservice.waiver.Demands;
import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.launchservice.waiver.WaiverCalls;
import dev.greenlight.launchservice.waiver.Waivers;
import dev.greenlight.launchservice.waiver.WaiversInMemory;
import dev.greenlight.testing.memory.Assembly;
import dev.greenlight.testing.memory.MemoryDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The launch service's own classes, with their rows in memory instead of in PostgreSQL. Every call is to be made in a transaction
 * of the database.
 */
public final class LaunchServiceInMemory {
    private final LaunchesInMemory launches;
    private final DecisionsInMemory decisions;
    private final SalesSnapshotsInMemory staff;
    private final FieldReportsInMemory reports;
    private final GapsInMemory gaps;
    private final ReadinessInMemory readiness;
    private final WaiversInMemory waivers;
    private final Assembly assembly;
    private final Clock clock;

    /** An empty one. */
    public LaunchServiceInMemory(
            MemoryDatabase database, Outbox outbox, EventIds ids, Clock clock, Duration decisionTimeout) {
        this.clock = clock;
        launches = new LaunchesInMemory(database);
        decisions = new DecisionsInMemory(database);
        staff = new SalesSnapshotsInMemory(database);
        reports = new FieldReportsInMemory(database);
        gaps = new GapsInMemory(database);
        readiness = new ReadinessInMemory(database);
        waivers = new WaiversInMemory(database);
        assembly = new Assembly()
                .with(launches)
                .with(decisions)
                .with(staff)
                .with(reports)
                .with(gaps)
                .with(readiness)
                .with(waivers)
                .with(new HistoryInMemory(database))
                .with(Outbox.class, outbox)
                .with(ids)
                .with(Clock.class, clock)
                .with(Signals.class, new NobodyListens())
                .with(new DecisionProperties(decisionTimeout, Duration.ZERO));
        assembly.with(Demands.class, assembly.get(Readiness.class));
        assembly.with(FactsListener.class, assembly.get(GateKeeper.class));
    }

    /** Plans a launch. */
    public Launch plan(PlanDocument plan, Caller author) {
        return assembly.get(Launches.class).plan(plan, author);
    }

    /** Revises a plan. */
    public Launch revise(UUID launch, PlanDocument plan, long seen, Caller author) {
        return assembly.get(Launches.class).revise(launch, plan, new IfMatch(seen), author);
    }

    /** Changes a launch's status. */
    public Launch act(UUID launch, Action action, @Nullable String reason, long seen, Caller author) {
        return assembly.get(Launches.class).act(launch, action, reason, new IfMatch(seen), author);
    }

    /** Asks to go live. */
    public Decision askToGoLive(UUID launch, @Nullable List<String> regions, Caller caller) {
        return assembly.get(GoLive.class).ask(launch, regions, new IfMatch(null), caller);
    }

    /** Ends decisions that sales did not answer in time. */
    public void giveUpOverdue() {
        boolean more = true;
        while (more) {
            more = assembly.get(GateKeeper.class).giveUpOverdue();
        }
    }

    /** Takes in what sales has committed. */
    public void hearOfStaff(List<SalesResourced> snapshots) {
        assembly.get(SalesResourcedListener.class).apply(snapshots);
    }

    /** Takes in what the field has reported. */
    public void hearOfReports(List<FeatureGapReported> snapshots) {
        assembly.get(FieldReportListener.class).apply(snapshots);
    }

    /** Ends waivers whose time is over. */
    public void endExpiredWaivers() {
        assembly.get(Waivers.class).endExpired();
    }

    /** Judges every market of a launch anew, which changes nothing unless the kept readiness is not what the facts make it. */
    public List<MarketReadiness> judgeAnew(Launch launch) {
        return assembly
                .get(Readiness.class)
                .refresh(List.of(launch), launch.marketKeys(), Map.of(), clock.instant())
                .values()
                .stream()
                .map(JudgedMarket::readiness)
                .toList();
    }

    /** All launches. */
    public LaunchesInMemory launches() {
        return launches;
    }

    /** All decisions. */
    public Collection<DecisionsInMemory.OfLaunch> decisions() {
        return decisions.all();
    }

    /** The facts that a decision was made on, by region. */
    public Map<String, FactsDocument> factsOf(UUID decision) {
        return decisions.factsOf(decision);
    }

    /** All waivers. */
    public Collection<Waiver> waivers() {
        return waivers.all();
    }

    /** What leadership calls. */
    public WaiverCalls waiverCalls() {
        return assembly.get(WaiverCalls.class);
    }

    /** What sales has said of each market. */
    public Collection<SalesSnapshot> staff() {
        return staff.all();
    }

    /** All field reports that were heard of. */
    public Collection<FieldReport> reports() {
        return reports.all();
    }

    /** All gaps. */
    public GapsInMemory gaps() {
        return gaps;
    }

    /** How ready each market is. */
    public Collection<MarketReadiness> readiness() {
        return readiness.all();
    }

    /** One part of the service. */
    public <T> T part(Class<T> type) {
        return assembly.get(type);
    }

    /** Whoever waits for a decision here looks again by themselves. */
    private static final class NobodyListens implements Signals {
        @Override
        public void send(String channel, String payload) {
            // Nobody waits for it.
        }

        @Override
        public Subscription listen(String channel, Consumer<String> receiver) {
            return () -> {};
        }
    }
}
