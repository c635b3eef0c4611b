package dev.greenlight.standalone.demo;

import static dev.greenlight.standalone.demo.Person.ADA;
import static dev.greenlight.standalone.demo.Person.MAYA;
import static dev.greenlight.standalone.demo.Person.PIA;
import static dev.greenlight.standalone.demo.Person.SAM;
import static dev.greenlight.standalone.demo.Person.WEI;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.Condition;
import dev.greenlight.events.ConditionKind;
import dev.greenlight.events.ConditionStatus;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.GapStatus;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.RevenueAtRisk;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.events.Severity;
import dev.greenlight.standalone.demo.CrmFiles.Remark;
import dev.greenlight.standalone.demo.Demo.DemoFailure;
import dev.greenlight.standalone.demo.Documents.GoLive;
import dev.greenlight.standalone.demo.Documents.Market;
import dev.greenlight.standalone.demo.Documents.Plan;
import dev.greenlight.standalone.demo.EventTail.Seen;
import dev.greenlight.standalone.demo.FrontDoor.Answer;
import dev.greenlight.standalone.demo.Outcome.MarketOutcome;
import dev.greenlight.standalone.demo.Outcome.Missing;
import dev.greenlight.standalone.demo.Playbill.Look;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One telling of the story: what each step does, and what it has found out for the steps after it. */
final class Performance {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_REMARKS = 4;
    private static final int ROWS_NAMED = 3;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int STALE = 412;
    private static final Set<ConditionStatus> MET = Set.of(ConditionStatus.PASS, ConditionStatus.WAIVED);

    private final String name;
    private final Clock clock;
    private final FrontDoor door;
    private final EventTail tail;
    private final Playbill playbill;
    private @Nullable UUID launch;
    private @Nullable UUID eastDecision;

    Performance(String name, Clock clock, FrontDoor door, EventTail tail, Playbill playbill) {
        this.name = name;
        this.clock = clock;
        this.door = door;
        this.tail = tail;
        this.playbill = playbill;
    }

    /** Whether the story was told to its end; if only a part of it was, it will be taken up there. */
    boolean wasGivenBefore() {
        Optional<UUID> found = launchesOfThisName()
                .filter(item -> !item.path("status").asString().equals("CANCELLED"))
                .map(item -> UUID.fromString(item.path("id").asString()))
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        launch = found.get();
        tail.rewind();
        return Stream.of(Gtk500.CENTRAL, Gtk500.EAST)
                .allMatch(region -> outcome().market(region).decision().isPresent());
    }

    private Stream<JsonNode> launchesOfThisName() {
        JsonNode page = door.get(MAYA, "/api/launches?limit=200&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .expect(OK);
        return stream(page.path("items"))
                .filter(item -> item.path("name").asString().equals(name));
    }

    // ------------------------------------------------------------------------------------------------ the steps

    void importCrm() {
        for (CrmFiles file : CrmFiles.values()) {
            JsonNode report = door.postCsv(
                            ADA, "/api/capacity/import/" + file.kind(), file.bytes(), key("import/" + file.kind()))
                    .expect(OK);
            playbill.line(String.format(
                    Locale.ROOT,
                    "%-14s %,6d rows  %s",
                    file.kind(),
                    report.path("rows").asInt(),
                    counts(report)));
            List<Remark> remarks = CrmFiles.remarks(report);
            remarks.stream().limit(MOST_REMARKS).forEach(this::printRemark);
            if (remarks.size() > MOST_REMARKS) {
                playbill.line(Look.QUIET, "       and " + (remarks.size() - MOST_REMARKS) + " other remarks");
            }
        }
        playbill.line(Look.QUIET, "→ no event: the CRM's data stay with sales until a report names them");
    }

    private static String counts(JsonNode report) {
        return Stream.of("created", "updated", "unchanged", "refused")
                .filter(count -> report.path(count).asInt() > 0)
                .map(count ->
                        String.format(Locale.ROOT, "%,d %s", report.path(count).asInt(), count))
                .collect(Collectors.joining(", "));
    }

    private void printRemark(Remark remark) {
        String rows =
                remark.rows().stream().limit(ROWS_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        playbill.line(String.format(
                Locale.ROOT,
                "%,9d × %-70s row %s%s",
                remark.rows().size(),
                remark.sentence(),
                rows,
                remark.rows().size() > ROWS_NAMED ? " …" : ""));
    }

    void plan() {
        Plan plan = Gtk500.plan(name, clock.instant());
        if (launch == null) {
            String key = key("plan/" + launchesOfThisName().count() + "/"
                    + plan.markets().get(0).goLiveDate());
            launch = UUID.fromString(door.post(MAYA, "/api/launches", plan, key)
                    .expect(CREATED)
                    .path("id")
                    .asString());
        } else {
            playbill.line("It is planned already; the story goes on where it stopped.");
        }
        plan.markets().forEach(this::printMarket);
        Seen<LaunchPlanned> planned =
                tail.await(Topic.LAUNCH_PLANNED, LaunchPlanned.class, event -> isOurs(event.getLaunchId()), "the plan");
        playbill.event(planned, "the whole plan");
        for (Market market : plan.markets()) {
            Seen<SalesResourced> heard = tail.await(
                    Topic.SALES_RESOURCED,
                    SalesResourced.class,
                    event -> isOurs(event.getLaunchId()) && event.getRegion().equals(market.region()),
                    "that it has heard of " + market.region());
            playbill.event(heard, "sales has heard what " + market.region() + " needs");
        }
    }

    private void printMarket(Market market) {
        playbill.line(String.format(
                Locale.ROOT,
                "%-8s from %s (%s)  %s FTE for 90 days, then %s  reports: %s",
                market.region(),
                market.goLiveDate(),
                market.zone(),
                market.requirements().get(0).fte(),
                market.requirements().get(1).fte(),
                market.quotas().stream()
                        .map(quota -> quota.minReports() + " " + quota.segment())
                        .collect(Collectors.joining(", "))));
    }

    void commit() {
        long planRevision = door.get(SAM, "/api/capacity/launches/" + launchId())
                .expect(OK)
                .path("planRevision")
                .asLong();
        for (Pledge pledge : Gtk500.pledges()) {
            door.put(
                            pledge.manager(),
                            "/api/capacity/launches/" + launchId() + "/commitments/" + pledge.region() + "/"
                                    + pledge.requirement(),
                            pledge.document(planRevision))
                    .expect(OK);
            Seen<SalesResourced> resourced = tail.await(
                    Topic.SALES_RESOURCED,
                    SalesResourced.class,
                    event -> isOurs(event.getLaunchId())
                            && event.getRegion().equals(pledge.region())
                            && event.getCommitments().stream()
                                    .anyMatch(commitment -> commitment.getStatus() == CommitmentStatus.CONFIRMED
                                            && commitment.getRequirementId().equals(pledge.requirement())
                                            && commitment.getTeam().equals(pledge.teamId())),
                    "the commitment of the team " + pledge.team());
            playbill.line(
                    String.format(
                            Locale.ROOT,
                            "%-8s %-14s %-17s %s",
                            pledge.region(),
                            pledge.requirement(),
                            pledge.team(),
                            pledge.words()),
                    resourced);
        }
    }

    void report() {
        List<FieldNote> notes = Gtk500.fieldNotes();
        for (int i = 0; i < notes.size(); i++) {
            FieldNote note = notes.get(i);
            UUID report = UUID.fromString(door.post(
                            note.reporter(),
                            "/api/capacity/launches/" + launchId() + "/field-reports",
                            note.document(),
                            key(launchId() + "/report/" + i))
                    .expect(OK, CREATED)
                    .path("id")
                    .asString());
            Seen<FeatureGapReported> reported = tail.await(
                    Topic.FEATURE_GAP,
                    FeatureGapReported.class,
                    event -> event.getReportId().equals(report),
                    "the report from " + note.account());
            playbill.line(
                    String.format(
                            Locale.ROOT,
                            "%-4s  %-8s %-18s %-12s %-31s",
                            note.reporter().firstName(),
                            note.region(),
                            note.sector(),
                            note.account(),
                            note.words()),
                    reported);
        }
        Seen<LaunchReadinessChanged> blocked = tail.await(
                Topic.LAUNCH_READINESS,
                LaunchReadinessChanged.class,
                event -> isOurs(event.getLaunchId())
                        && event.getRegion().equals(Gtk500.CENTRAL)
                        && event.getConditions().stream()
                                .anyMatch(condition -> condition.getKind() == ConditionKind.GAPS
                                        && condition.getStatus() == ConditionStatus.FAIL),
                "that Central waits for product");
        playbill.event(blocked, "Central: " + causes(blocked.event()));
    }

    private static String causes(LaunchReadinessChanged readiness) {
        return readiness.getConditions().stream()
                .filter(condition -> condition.getKind() == ConditionKind.GAPS && !MET.contains(condition.getStatus()))
                .map(Condition::getCause)
                .collect(Collectors.joining("; "));
    }

    void review() {
        long accounts = Gtk500.accountsBehindTheBlocker();
        Seen<FeatureGapReviewed> merged = tail.await(
                Topic.FEATURE_GAP_REVIEWED,
                FeatureGapReviewed.class,
                event -> isOurs(event.getLaunchId())
                        && event.getSeverity() == Severity.BLOCKER
                        && event.getBreadth() == accounts,
                "the gap that " + accounts + " accounts have named");
        FeatureGapReviewed gap = merged.event();
        playbill.line(String.format(
                Locale.ROOT,
                "\"%s\", missed by %d accounts in %s; %s",
                gap.getFeature(),
                gap.getBreadth(),
                Playbill.list(gap.getRegions()),
                gap.getRevenueAtRisk().stream().map(Performance::words).collect(Collectors.joining(" and "))));
        playbill.event(merged, "one gap, merged from all reports that name it");
        Documents.Review decision = Gtk500.review(centralGoesLive());
        sendReview(gap.getGapId(), decision);
        Seen<FeatureGapReviewed> reviewed = tail.await(
                Topic.FEATURE_GAP_REVIEWED,
                FeatureGapReviewed.class,
                event -> event.getGapId().equals(gap.getGapId()) && event.getStatus() == GapStatus.ACCEPTED,
                "product's decision");
        playbill.line("Pia: accepted, by " + decision.targetDate() + ". " + decision.reason());
        playbill.event(reviewed, "the decision, for everybody who reported it");
        playbill.event(awaitReady(Gtk500.CENTRAL), "Central: every condition is met");
    }

    private static String words(RevenueAtRisk risk) {
        return String.format(
                Locale.ROOT,
                "%s %,.2f at risk in %d open deals%s",
                risk.getCurrency(),
                risk.getAmount() / 100.0,
                risk.getOpportunities(),
                risk.getEstimated() ? ", estimated from list prices" : "");
    }

    /** A report that comes in between makes a new revision of the gap, which Pia has to look at again. */
    private void sendReview(UUID gap, Documents.Review decision) {
        for (int attempt = 1; ; attempt++) {
            Answer seen = door.get(PIA, "/api/gaps/" + gap);
            seen.expect(OK);
            Answer answer = door.postSeeing(
                    PIA,
                    "/api/gaps/" + gap + "/review",
                    seen.etag().orElseThrow(() -> new DemoFailure("The gap came without an ETag")),
                    decision,
                    key(launchId() + "/review"));
            if (answer.status() != STALE || attempt == MOST_ATTEMPTS) {
                answer.expect(OK);
                return;
            }
        }
    }

    private Seen<LaunchReadinessChanged> awaitReady(String region) {
        return tail.await(
                Topic.LAUNCH_READINESS,
                LaunchReadinessChanged.class,
                event -> isOurs(event.getLaunchId()) && event.getRegion().equals(region) && event.getReady(),
                "that " + region + " is ready");
    }

    private LocalDate centralGoesLive() {
        JsonNode plan = door.get(PIA, "/api/launches/" + launchId()).expect(OK);
        return stream(plan.path("markets"))
                .filter(market -> market.path("region").asString().equals(Gtk500.CENTRAL))
                .map(market -> LocalDate.parse(market.path("goLiveDate").asString()))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("The launch has no market " + Gtk500.CENTRAL));
    }

    void goLiveInCentral() {
        decide(Gtk500.CENTRAL, "GO");
    }

    void goLiveInEast() {
        eastDecision = decide(Gtk500.EAST, "NO_GO");
    }

    private UUID decide(String region, String expected) {
        JsonNode decision = askToGoLive(region);
        UUID id = UUID.fromString(decision.path("id").asString());
        printKeys(region, id);
        String outcome = decision.path("outcome").asString();
        List<Missing> missing = missing(decision, region);
        if (outcome.equals("GO")) {
            playbill.line(Look.GOOD, "GO  ▲ " + region + " is live");
        } else {
            playbill.line(Look.BAD, "NO_GO  " + region + " stays as it is, until");
            missing.forEach(
                    one -> playbill.line(String.format(Locale.ROOT, "  ● %-52s → %s", one.cause(), one.owner())));
        }
        if (!outcome.equals(expected)) {
            throw new DemoFailure(region + " was to get " + expected + " and got " + outcome + ": "
                    + decision.path("cause").asString("no cause was given"));
        }
        return id;
    }

    /**
     * Sales has a minute to answer. Should it be away for longer, the decision is NO_GO although nothing is missing, and is
     * asked for again.
     */
    private JsonNode askToGoLive(String region) {
        for (int attempt = 1; ; attempt++) {
            Answer answer = door.post(
                    MAYA,
                    "/api/launches/" + launchId() + "/go-live",
                    new GoLive(List.of(region)),
                    key(launchId() + "/go-live/" + region + "/" + attempt));
            JsonNode first = answer.expect(OK, ACCEPTED);
            String address = answer.location()
                    .orElse("/api/launches/" + launchId() + "/decisions/"
                            + first.path("id").asString());
            JsonNode decision = await(
                    "the decision on " + region,
                    () -> Optional.of(door.get(MAYA, address).expect(OK))
                            .filter(one -> !one.path("outcome").asString().equals("PENDING")));
            boolean lateKey = decision.path("outcome").asString().equals("NO_GO")
                    && missing(decision, region).isEmpty();
            if (!lateKey || attempt == MOST_ATTEMPTS) {
                return decision;
            }
            playbill.line("NO_GO: " + decision.path("cause").asString("") + "; Maya asks again");
        }
    }

    private void printKeys(String region, UUID decision) {
        playbill.event(
                tail.await(
                        Topic.LAUNCH_PLANNED,
                        LaunchPlanned.class,
                        event -> isOurs(event.getLaunchId())
                                && Optional.ofNullable(event.getPendingDecision())
                                        .filter(pending -> pending.getId().equals(decision))
                                        .isPresent(),
                        "the request to go live"),
                "first key: marketing asks");
        playbill.event(
                tail.await(
                        Topic.SALES_RESOURCED,
                        SalesResourced.class,
                        event -> isOurs(event.getLaunchId())
                                && event.getRegion().equals(region)
                                && decision.equals(event.getDecisionId()),
                        "its key"),
                "second key: sales says what it holds ready");
        Seen<LaunchReadinessChanged> decided = tail.await(
                Topic.LAUNCH_READINESS,
                LaunchReadinessChanged.class,
                event -> isOurs(event.getLaunchId())
                        && event.getRegion().equals(region)
                        && Optional.ofNullable(event.getLastDecision())
                                .filter(last -> last.getId().equals(decision))
                                .isPresent(),
                "the decision");
        playbill.event(decided, "decision " + decided.event().getLastDecision().getOutcome());
    }

    void readInbox() {
        String matter = "decision:" + eastDecision;
        List<JsonNode> inbox = await(
                "Wei's inbox with what the decision on East asks of him",
                () -> Optional.of(inboxOfThisLaunch(WEI))
                        .filter(items -> items.stream()
                                .anyMatch(
                                        item -> item.path("matter").asString("").equals(matter)
                                                && item.path("asksAction").asBoolean())));
        inbox.stream()
                .filter(item -> item.path("asksAction").asBoolean()
                        && item.path("doneAt").asString("").isEmpty())
                .forEach(item -> playbill.line(String.format(
                        Locale.ROOT,
                        "● %-10s %s",
                        item.path("kind").asString(""),
                        item.path("text").asString(""))));
    }

    private List<JsonNode> inboxOfThisLaunch(Person who) {
        JsonNode page = door.get(who, "/api/notifications?limit=200").expect(OK);
        return stream(page.path("items"))
                .filter(item ->
                        item.path("launch").asString("").equals(launchId().toString()))
                .toList();
    }

    // ------------------------------------------------------------------------------------------------ how it ended

    /** How the launch stands now, with the last decision on each market. */
    Outcome outcome() {
        String address = "/api/launches/" + launchId();
        JsonNode launched = door.get(MAYA, address).expect(OK);
        List<JsonNode> decisions = stream(door.get(MAYA, address + "/decisions?limit=200")
                        .expect(OK)
                        .path("items"))
                .filter(decision -> !decision.path("outcome").asString().equals("PENDING"))
                .toList();
        List<MarketOutcome> markets = new ArrayList<>();
        for (JsonNode market : launched.path("readiness").path("markets")) {
            String region = market.path("region").asString();
            Optional<JsonNode> last = decisions.stream()
                    .filter(decision -> decidedMarket(decision, region).isPresent())
                    .findFirst();
            markets.add(new MarketOutcome(
                    region,
                    market.path("live").asBoolean(),
                    last.map(decision -> decision.path("outcome").asString()),
                    market.path("conditions").size(),
                    last.map(decision -> missing(decision, region)).orElse(List.of())));
        }
        return new Outcome(launchId(), markets);
    }

    private static List<Missing> missing(JsonNode decision, String region) {
        return decidedMarket(decision, region).stream()
                .flatMap(market -> stream(market.path("conditions")))
                .filter(condition -> MET.stream()
                        .noneMatch(met ->
                                met.name().equals(condition.path("status").asString())))
                .map(condition -> new Missing(
                        condition.path("id").asString(),
                        condition.path("cause").asString(""),
                        condition.path("owner").asString("")))
                .toList();
    }

    private static Optional<JsonNode> decidedMarket(JsonNode decision, String region) {
        return stream(decision.path("markets"))
                .filter(market -> market.path("region").asString().equals(region))
                .findFirst();
    }

    // ------------------------------------------------------------------------------------------------ what they share

    private UUID launchId() {
        UUID known = launch;
        if (known == null) {
            throw new IllegalStateException("Nothing was planned yet");
        }
        return known;
    }

    private boolean isOurs(UUID other) {
        return launchId().equals(other);
    }

    /** Says the same wish the same way, in this telling and in the next. */
    private String key(String wish) {
        return UUID.nameUUIDFromBytes(("demo/" + name + "/" + wish).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** For what no event says: looks again and again. */
    private static <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new DemoFailure("Waited " + PATIENCE.toSeconds() + " s for " + what
                        + " in vain; ./greenlight status shows which part is away");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoFailure("Interrupted while waiting for " + what, e);
            }
        }
    }
}
