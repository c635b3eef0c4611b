package dev.greenlight.launchservice.readiness;

import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.gap.OpenBlocker;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.Quota;
import dev.greenlight.launchservice.launch.Requirement;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.CounterOffer;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.waiver.Demand;
import dev.greenlight.launchservice.waiver.Waiver;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Facts of a market as they may come, of one seed. */
final class RandomFacts {
    private static final List<String> WORDS =
            List.of("retail", "小売 🚀", "Größe \"L\"", "a\\b", "naïve\tline", "x".repeat(90), "<script>", "=1+1");
    private static final List<String> PEOPLE = List.of("maya", "lee", "lea", "mark");
    private static final List<String> ZONES = List.of("America/Chicago", "Asia/Tokyo", "Africa/Cairo", "UTC");
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.parse("2027-03-01");

    private final Random random;
    private final MarketKey key;

    RandomFacts(Random random) {
        this.random = random;
        this.key = new MarketKey(id(), one(WORDS));
    }

    MarketFacts facts() {
        return facts(1 + random.nextInt(4));
    }

    MarketFacts facts(int requirements) {
        Market market = new Market(
                key.region(),
                day(),
                ZoneId.of(one(ZONES)),
                random.nextBoolean() ? null : new Money(random.nextInt(1_000_000), "JPY"),
                IntStream.range(0, requirements).mapToObj(this::requirement).toList(),
                List.of(new Quota(one(WORDS), 1 + random.nextInt(3)), new Quota("medical", 1)));
        int planRevision = random.nextInt(3) + 1;
        MarketFacts facts = new MarketFacts(
                market,
                planRevision,
                1 + random.nextInt(planRevision),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(staff(market, planRevision)),
                IntStream.range(0, random.nextInt(6)).mapToObj(i -> heard()).toList(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> new OpenBlocker(id(), one(WORDS)))
                        .toList(),
                List.of(),
                one(PEOPLE),
                random.nextBoolean() ? Optional.empty() : Optional.of(one(PEOPLE)),
                NOW);
        return FactsFixture.waived(facts, waivers(facts));
    }

    private Waiver[] waivers(MarketFacts facts) {
        return Gate.asked(facts).stream()
                .filter(asked -> random.nextInt(3) == 0)
                .map(asked -> new Waiver(
                        id(),
                        key,
                        asked.condition().id(),
                        random.nextInt(4) == 0 ? new Demand.Blockers(Set.of(id())) : asked.demand(),
                        one(PEOPLE),
                        one(WORDS),
                        NOW.minusSeconds(60),
                        NOW.plusNanos(1_000L * (random.nextInt(9) - 2)),
                        Waiver.Status.STANDING,
                        null))
                .toArray(Waiver[]::new);
    }

    private Requirement requirement(int number) {
        return new Requirement("r" + number, one(WORDS), new Fte(fte().max(new BigDecimal("0.0001"))), window());
    }

    private SalesSnapshot staff(Market market, long planRevision) {
        return new SalesSnapshot(
                key,
                random.nextInt(1_000),
                random.nextInt(4) == 0 ? planRevision + 1 : planRevision,
                random.nextBoolean() ? null : id(),
                market.requirements().stream()
                        .filter(requirement -> random.nextInt(6) > 0)
                        .map(this::commitment)
                        .toList(),
                random.nextBoolean() ? null : new ReportCounts(random.nextInt(9), random.nextInt(9)));
    }

    private Commitment commitment(Requirement requirement) {
        return new Commitment(
                requirement.id(),
                one(WORDS),
                one(List.of(Commitment.Status.values())),
                random.nextBoolean() ? requirement.fte() : new Fte(fte()),
                random.nextBoolean() ? requirement.window() : window(),
                random.nextInt(4) > 0 ? List.of() : List.of(new Commitment.Absence(day(), new Fte(fte()))),
                one(PEOPLE),
                NOW.minusSeconds(random.nextInt(1_000_000)),
                random.nextBoolean() ? null : one(WORDS),
                window(),
                random.nextInt(3) > 0 ? null : new CounterOffer(new Fte(fte()), window()));
    }

    private Heard heard() {
        return new Heard(one(WORDS), one(WORDS), one(PEOPLE), 1 + random.nextInt(3));
    }

    private BigDecimal fte() {
        return BigDecimal.valueOf(random.nextInt(30_000), Fte.SCALE);
    }

    private DateWindow window() {
        LocalDate from = day();
        return new DateWindow(from, from.plusDays(random.nextInt(90)));
    }

    private LocalDate day() {
        return DAY.plusDays(random.nextInt(60));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
