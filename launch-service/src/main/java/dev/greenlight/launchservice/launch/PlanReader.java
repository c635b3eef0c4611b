package dev.greenlight.launchservice.launch;

import static java.util.Objects.requireNonNull;

import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.SensibleTime;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MoneyDocument;
import dev.greenlight.launchservice.launch.PlanDocument.QuotaDocument;
import dev.greenlight.launchservice.launch.PlanDocument.RequirementDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a plan of what somebody wrote, or says everything that is wrong with it. One reader reads one document. */
public final class PlanReader {
    private static final int MOST_MARKETS = 50;
    private static final int MOST_REQUIREMENTS = 2_000;
    private static final int MOST_QUOTAS_PER_MARKET = 100;
    private static final int MOST_REPORTS = 1_000;
    private static final int HIGHEST_TIER = 9;
    private static final int TITLE = 500;
    private static final int PROSE = 20_000;
    private static final int WORD = 100;
    private static final String NEVER_IN_PATHS = "/\\;%\n\r\t\u2028\u2029";

    private final Faults faults = new Faults();
    private final @Nullable Instant now;
    private final @Nullable LaunchPlan before;

    private PlanReader(@Nullable Instant now, @Nullable LaunchPlan before) {
        this.now = now;
        this.before = before;
    }

    /**
     * Reads a new plan.
     *
     * @param now go-live dates may not be past then
     * @throws dev.greenlight.kit.problem.RejectedException naming every faulty field
     */
    public static LaunchPlan newPlan(PlanDocument document, Instant now) {
        return new PlanReader(now, null).read(document);
    }

    /**
     * Reads the next revision of a plan: a go-live date that was planned before may stay although it is past.
     *
     * @throws dev.greenlight.kit.problem.RejectedException naming every faulty field
     */
    public static LaunchPlan nextPlan(PlanDocument document, LaunchPlan before, Instant now) {
        return new PlanReader(now, before).read(document);
    }

    /** Reads a plan that was accepted once. */
    static LaunchPlan keptPlan(PlanDocument document) {
        return new PlanReader(null, null).read(document);
    }

    /** Reads a market that was accepted once. */
    public static Market keptMarket(MarketDocument document) {
        PlanReader reader = new PlanReader(null, null);
        Optional<Market> market = reader.market("", document, new HashSet<>());
        reader.faults.throwIfAny();
        return market.orElseThrow();
    }

    private LaunchPlan read(PlanDocument document) {
        String product = faults.text("/product", document.product(), TITLE);
        String name = faults.text("/name", document.name(), TITLE);
        String description = faults.optionalText("/description", document.description(), PROSE);
        String positioning = faults.optionalText("/positioning", document.positioning(), PROSE);
        faults.optionalText("/owner", document.owner(), WORD);
        Money budget = money("/budget", document.budget());
        Integer tier = document.tier();
        if (tier != null && (tier < 1 || tier > HIGHEST_TIER)) {
            faults.add("/tier", "is a number from 1 to " + HIGHEST_TIER);
        }
        List<Market> markets = markets(document.markets());
        faults.throwIfAny();
        return new LaunchPlan(
                requireNonNull(product), requireNonNull(name), tier, description, positioning, budget, markets);
    }

    private List<Market> markets(@Nullable List<@Nullable MarketDocument> documents) {
        if (documents == null || documents.isEmpty()) {
            faults.add("/markets", "A launch needs at least one market");
            return List.of();
        }
        if (documents.size() > MOST_MARKETS) {
            faults.add("/markets", "A launch has at most " + MOST_MARKETS + " markets");
            return List.of();
        }
        if (requirementCount(documents) > MOST_REQUIREMENTS) {
            faults.add("/markets", "A launch has at most " + MOST_REQUIREMENTS + " requirements");
            return List.of();
        }
        Set<String> regions = new HashSet<>();
        List<Market> markets = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            String pointer = "/markets/" + i;
            MarketDocument document = faults.required(pointer, documents.get(i));
            if (document != null) {
                market(pointer, document, regions).ifPresent(markets::add);
            }
        }
        return markets;
    }

    private static long requirementCount(List<@Nullable MarketDocument> documents) {
        long count = 0;
        for (MarketDocument document : documents) {
            if (document != null && document.requirements() != null) {
                count += document.requirements().size();
            }
        }
        return count;
    }

    private Optional<Market> market(String pointer, MarketDocument document, Set<String> regions) {
        String region = addressable(pointer + "/region", faults.text(pointer + "/region", document.region(), WORD));
        if (region != null && !regions.add(Wording.sameness(region))) {
            faults.add(pointer + "/region", region + " appears twice; a launch has each region once");
        }
        LocalDate goLiveDate = date(pointer + "/goLiveDate", document.goLiveDate());
        ZoneId zone = faults.read(pointer + "/zone", document.zone(), PlanReader::regionalZone);
        Money price = money(pointer + "/price", document.price());
        List<Requirement> requirements = requirements(pointer + "/requirements", document.requirements());
        List<Quota> quotas = quotas(pointer + "/quotas", document.quotas());
        if (region == null || goLiveDate == null || zone == null || requirements.isEmpty() || quotas.isEmpty()) {
            return Optional.empty();
        }
        Market market = faults.check(pointer, () -> new Market(region, goLiveDate, zone, price, requirements, quotas));
        if (market != null && now != null && market.isPastAt(now) && !wasPlannedBefore(market)) {
            faults.add(pointer + "/goLiveDate", goLiveDate + " is past in " + zone.getId());
        }
        return Optional.ofNullable(market);
    }

    /** An offset knows no summer time, so that a date would open at the wrong hour. */
    private static ZoneId regionalZone(String text) {
        ZoneId zone = ZoneId.of(text);
        if (zone.normalized() instanceof ZoneOffset && !text.contains("/") && !"UTC".equals(text)) {
            throw new IllegalArgumentException("The zone is an IANA time zone such as \"America/Chicago\"");
        }
        return zone;
    }

    private boolean wasPlannedBefore(Market market) {
        return before != null
                && before.market(market.region())
                        .filter(earlier -> earlier.goLiveDate().equals(market.goLiveDate())
                                && earlier.zone().equals(market.zone()))
                        .isPresent();
    }

    private List<Requirement> requirements(String pointer, @Nullable List<@Nullable RequirementDocument> documents) {
        if (documents == null || documents.isEmpty()) {
            faults.add(pointer, "A market needs at least one requirement");
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            RequirementDocument document = faults.required(pointer + "/" + i, documents.get(i));
            if (document != null) {
                requirement(pointer + "/" + i, document, ids).ifPresent(requirements::add);
            }
        }
        return requirements;
    }

    private Optional<Requirement> requirement(String pointer, RequirementDocument document, Set<String> ids) {
        String role = faults.text(pointer + "/role", document.role(), WORD);
        String ownId = faults.optionalText(pointer + "/id", document.id(), WORD);
        String id = ownId == null ? addressable(pointer + "/role", role) : addressable(pointer + "/id", ownId);
        if (id != null && !ids.add(id)) {
            faults.add(pointer + "/id", id + " is used twice in this market; give each requirement its own id");
            return Optional.empty();
        }
        Fte fte = faults.read(pointer + "/fte", document.fte(), Fte::of);
        LocalDate from = date(pointer + "/from", document.from());
        LocalDate to = date(pointer + "/to", document.to());
        if (role == null || id == null || fte == null || from == null || to == null) {
            return Optional.empty();
        }
        DateWindow window = faults.check(pointer + "/to", () -> new DateWindow(from, to));
        return window == null ? Optional.empty() : Optional.of(new Requirement(id, role, fte, window));
    }

    /** Sales answers a requirement at an address that has its region and id; servers refuse some letters there, encoded or not. */
    private @Nullable String addressable(String pointer, @Nullable String word) {
        boolean refused = word != null
                && now != null
                && (word.equals(".")
                        || word.equals("..")
                        || word.chars().anyMatch(it -> NEVER_IN_PATHS.indexOf(it) >= 0));
        if (refused) {
            faults.add(pointer, "has / \\ ; % or a line break, or is only dots: an address can't have that");
        }
        return refused ? null : word;
    }

    private List<Quota> quotas(String pointer, @Nullable List<@Nullable QuotaDocument> documents) {
        if (documents == null || documents.isEmpty()) {
            faults.add(pointer, "A market needs at least one quota");
            return List.of();
        }
        if (documents.size() > MOST_QUOTAS_PER_MARKET) {
            faults.add(pointer, "A market has at most " + MOST_QUOTAS_PER_MARKET + " quotas");
            return List.of();
        }
        Set<String> segments = new HashSet<>();
        List<Quota> quotas = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            QuotaDocument document = faults.required(pointer + "/" + i, documents.get(i));
            if (document != null) {
                quota(pointer + "/" + i, document, segments).ifPresent(quotas::add);
            }
        }
        return quotas;
    }

    private Optional<Quota> quota(String pointer, QuotaDocument document, Set<String> segments) {
        String segment = faults.text(pointer + "/segment", document.segment(), WORD);
        if (segment != null && !segments.add(Wording.sameness(segment))) {
            faults.add(pointer + "/segment", segment + " has two quotas in this market");
            return Optional.empty();
        }
        Integer minReports = faults.required(pointer + "/minReports", document.minReports());
        if (minReports != null && (minReports < 1 || minReports > MOST_REPORTS)) {
            faults.add(pointer + "/minReports", "is a number from 1 to " + MOST_REPORTS);
            return Optional.empty();
        }
        return segment == null || minReports == null ? Optional.empty() : Optional.of(new Quota(segment, minReports));
    }

    private @Nullable Money money(String pointer, @Nullable MoneyDocument document) {
        if (document == null) {
            return null;
        }
        Long amount = faults.required(pointer + "/amount", document.amount());
        String currency = faults.required(pointer + "/currency", document.currency());
        return amount == null || currency == null ? null : faults.check(pointer, () -> new Money(amount, currency));
    }

    private @Nullable LocalDate date(String pointer, @Nullable String text) {
        return faults.read(pointer, text, SensibleTime::day);
    }
}
