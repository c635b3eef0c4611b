package dev.greenlight.notification.recipient;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A launch in some state, put together by a test. */
final class Situation {
    static final UUID LAUNCH = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    private static final Instant HAPPENED = Instant.parse("2027-02-01T09:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2027-03-01");
    private static final Map<String, ZoneId> ZONES =
            Map.of("Central", ZoneId.of("America/Chicago"), "East", ZoneId.of("America/New_York"));

    private final Map<String, List<ReadinessFact.Red>> reds = new HashMap<>();
    private final Map<String, List<ReadinessFact.Incident>> incidents = new HashMap<>();
    private final Map<String, List<ReadinessFact.Waiver>> waivers = new HashMap<>();
    private final Map<String, StaffFact> staff = new HashMap<>();
    private final Set<String> ready = new HashSet<>();
    private final Set<String> live = new HashSet<>();
    private final List<GapFact> gaps = new ArrayList<>();
    private Instant now = HAPPENED;
    private Instant knownSince = Instant.EPOCH;
    private String actor = "maya";
    private LaunchFact.Status status = LaunchFact.Status.PLANNED;
    private boolean resumed;
    private boolean deciding;
    private List<LaunchFact.Asked> asked = List.of();
    private LaunchFact.@Nullable Decision decision;

    static Situation launch() {
        return new Situation();
    }

    Situation at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Situation by(String person) {
        actor = person;
        return this;
    }

    Situation everybodyKnownSince(Instant instant) {
        knownSince = instant;
        return this;
    }

    Situation status(String name) {
        status = LaunchFact.Status.valueOf(name);
        return this;
    }

    Situation deciding() {
        deciding = true;
        return this;
    }

    Situation live(String region) {
        live.add(region);
        reds.computeIfAbsent(region, key -> new ArrayList<>());
        return this;
    }

    Situation covered(String region) {
        ready.add(region);
        reds.computeIfAbsent(region, key -> new ArrayList<>());
        return this;
    }

    Situation staffMissing(String region) {
        return red(region, "capacity:ae", ReadinessFact.Kind.CAPACITY, "1.5 of 2.5 FTE committed on 2027-04-12");
    }

    Situation reportsMissing(String region) {
        return red(region, "feedback:retail", ReadinessFact.Kind.FEEDBACK, "1 of 2 accounts heard in retail");
    }

    Situation red(String region, String id, ReadinessFact.Kind kind, String cause) {
        String owner = kind == ReadinessFact.Kind.CAPACITY ? "sales-manager:" + region : null;
        reds.computeIfAbsent(region, key -> new ArrayList<>()).add(new ReadinessFact.Red(id, kind, cause, owner));
        return this;
    }

    Situation declined(String region) {
        return refused(
                region,
                StaffFact.Kind.DECLINED,
                new StaffFact.Counter("1", LocalDate.parse("2027-03-08"), LocalDate.parse("2027-05-31")));
    }

    /** The plan asks for ae as it was offered instead. */
    Situation offerAccepted() {
        asked = List.of(new LaunchFact.Asked("ae", "1", LocalDate.parse("2027-03-08"), LocalDate.parse("2027-05-31")));
        return this;
    }

    Situation withdrawn(String region) {
        return refused(region, StaffFact.Kind.WITHDRAWN, null);
    }

    private Situation refused(String region, StaffFact.Kind kind, StaffFact.@Nullable Counter counter) {
        staff.put(
                region,
                new StaffFact(
                        LAUNCH,
                        region,
                        1,
                        "sam",
                        HAPPENED,
                        List.of(new StaffFact.Refusal(kind, "ae", "team-1", "1.5", "sam", HAPPENED, "busy", counter))));
        return this;
    }

    Situation gap(String gapStatus, boolean blocker) {
        return gap("Offline mode", gapStatus, blocker, null, "fay");
    }

    /** A gap of that feature; with the feature that it is merged into, if any. */
    Situation gap(String feature, String gapStatus, boolean blocker, @Nullable String mergedInto, String... reporters) {
        gaps.add(new GapFact(
                gapId(feature),
                LAUNCH,
                1,
                "pia",
                HAPPENED,
                feature,
                blocker,
                GapFact.Status.valueOf(gapStatus),
                null,
                null,
                mergedInto == null ? null : gapId(mergedInto),
                Set.of("Central"),
                Set.of(reporters),
                2,
                false));
        return this;
    }

    private static UUID gapId(String feature) {
        return UUID.nameUUIDFromBytes(feature.getBytes(StandardCharsets.UTF_8));
    }

    Situation incident(String region) {
        incidents
                .computeIfAbsent(region, key -> new ArrayList<>())
                .add(new ReadinessFact.Incident(UUID.randomUUID(), "1 of 2.5 FTE committed on 2027-04-12", HAPPENED));
        return this;
    }

    Situation waived(String region) {
        reds.computeIfAbsent(region, key -> new ArrayList<>());
        waivers.computeIfAbsent(region, key -> new ArrayList<>())
                .add(new ReadinessFact.Waiver(
                        UUID.randomUUID().toString(),
                        "capacity:ae",
                        "lee",
                        "1.5 of 2.5 FTE committed on 2027-04-12; waived by lee until 2027-04-30T00:00:00Z: Two start in May",
                        HAPPENED));
        return this;
    }

    Situation resumed() {
        resumed = true;
        return this;
    }

    Situation decision(boolean go, String region) {
        decision = new LaunchFact.Decision(
                UUID.randomUUID(), go, "maya", HAPPENED, Set.of(region), go ? null : region + ": staff is missing");
        return this;
    }

    LaunchFact fact() {
        return new LaunchFact(
                LAUNCH,
                1,
                actor,
                HAPPENED,
                "GTK 500 general availability",
                "maya",
                status,
                null,
                HAPPENED,
                actor,
                resumed,
                ZONES.entrySet().stream()
                        .map(region -> new LaunchFact.MarketPlan(
                                region.getKey(), DAY, region.getValue(), live.contains(region.getKey()), asked))
                        .toList(),
                deciding,
                decision);
    }

    LaunchView view() {
        Map<String, ReadinessFact> readiness = new HashMap<>();
        reds.forEach((region, missing) -> readiness.put(
                region,
                new ReadinessFact(
                        LAUNCH,
                        region,
                        1,
                        actor,
                        HAPPENED,
                        ready.contains(region),
                        live.contains(region),
                        missing,
                        waivers.getOrDefault(region, List.of()),
                        incidents.getOrDefault(region, List.of()))));
        return new LaunchView(fact(), readiness, staff, gaps);
    }

    List<Notice> notices() {
        return WhoIsTold.about(view(), people(), now);
    }

    Notice noticeOf(String person, String kind) {
        return notices().stream()
                .filter(notice ->
                        notice.person().equals(person) && notice.kind().word().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " is not told of " + kind + ", only " + told()));
    }

    /** For example {@code sam! commit:Central}: the exclamation mark asks for action; ids of subjects are left out. */
    List<String> told() {
        return notices().stream()
                .map(notice -> notice.person() + (notice.asksAction() ? "! " : " ") + shortKey(notice.matter()))
                .toList();
    }

    private static String shortKey(String matter) {
        return matter.replaceAll(":[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }

    private People people() {
        return new People(List.of(
                person("maya", Role.MARKETING),
                person("sam", Role.SALES_MANAGER, "Central"),
                person("wei", Role.SALES_MANAGER, "East"),
                person("rosa", Role.SALES_MANAGER, "West"),
                person("fay", Role.FIELD, "Central"),
                person("finn", Role.FIELD, "East", "West"),
                person("flo", Role.FIELD, "Central", "East", "West"),
                person("pia", Role.PRODUCT),
                person("lee", Role.LEADERSHIP),
                person("ada", Role.ADMIN)));
    }

    private Person person(String id, Role role, String... regions) {
        String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        return new Person(id, name, null, Set.of(role), Set.of(regions), null, null, knownSince);
    }

    @Override
    public String toString() {
        return status + " " + reds.keySet();
    }
}
