package dev.greenlight.launchservice.planfile;

import dev.greenlight.kit.exchange.Exports.Rows;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.money.Money;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchPlan;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MoneyDocument;
import dev.greenlight.launchservice.launch.PlanDocument.QuotaDocument;
import dev.greenlight.launchservice.launch.PlanDocument.RequirementDocument;
import dev.greenlight.launchservice.launch.Quota;
import dev.greenlight.launchservice.launch.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Launches as a table: a row for each requirement and each quota. Id, name and region stand in every row; what else is said of a
 * launch or of a market stands in its first row, and is understood in any.
 */
final class PlanTable {
    /** The columns, in order. */
    static final List<String> COLUMNS = List.of(
            "id",
            "revision",
            "status",
            "owner",
            "product",
            "name",
            "tier",
            "description",
            "positioning",
            "budget",
            "budget_currency",
            "region",
            "go_live_date",
            "zone",
            "price",
            "price_currency",
            "requirement",
            "role",
            "fte",
            "from",
            "to",
            "segment",
            "min_reports");

    /** Those without which nothing can be read. */
    static final List<String> REQUIRED = List.of(
            "product", "name", "region", "go_live_date", "zone", "role", "fte", "from", "to", "segment", "min_reports");

    private static final List<String> LAUNCH_COLUMNS = COLUMNS.subList(0, COLUMNS.indexOf("region"));
    private static final List<String> MARKET_COLUMNS =
            COLUMNS.subList(COLUMNS.indexOf("region"), COLUMNS.indexOf("requirement"));

    /** Longer than any text of a plan, so that the plan's own rules speak of its length. */
    private static final int LONGEST_CELL = 100_000;

    private PlanTable() {}

    /**
     * The rows of one launch.
     *
     * @param first its first row, as a spreadsheet counts
     */
    record Group(int first, List<FileRow> rows) {}

    /** Writes the rows of a launch. */
    static void write(Launch launch, Rows rows) {
        boolean firstOfLaunch = true;
        for (Market market : launch.plan().markets()) {
            boolean firstOfMarket = true;
            for (Requirement it : market.requirements()) {
                write(launch, firstOfLaunch, market, firstOfMarket, it, null, rows);
                firstOfLaunch = false;
                firstOfMarket = false;
            }
            for (Quota quota : market.quotas()) {
                write(launch, false, market, false, null, quota, rows);
            }
        }
    }

    private static void write(
            Launch launch,
            boolean ofLaunch,
            Market market,
            boolean ofMarket,
            @Nullable Requirement requirement,
            @Nullable Quota quota,
            Rows rows) {
        LaunchPlan plan = launch.plan();
        Money budget = ofLaunch ? plan.budget() : null;
        Money price = ofMarket ? market.price() : null;
        rows.write(
                launch.id(),
                ofLaunch ? launch.revision() : null,
                ofLaunch ? launch.status() : null,
                ofLaunch ? launch.owner() : null,
                ofLaunch ? plan.product() : null,
                plan.name(),
                ofLaunch ? plan.tier() : null,
                ofLaunch ? plan.description() : null,
                ofLaunch ? plan.positioning() : null,
                budget == null ? null : FileRow.amountOf(budget),
                budget == null ? null : budget.currency(),
                market.region(),
                ofMarket ? market.goLiveDate() : null,
                ofMarket ? market.zone().getId() : null,
                price == null ? null : FileRow.amountOf(price),
                price == null ? null : price.currency(),
                requirement == null ? null : requirement.id(),
                requirement == null ? null : requirement.role(),
                requirement == null ? null : requirement.fte(),
                requirement == null ? null : requirement.window().from(),
                requirement == null ? null : requirement.window().to(),
                quota == null ? null : quota.segment(),
                quota == null ? null : quota.minReports());
    }

    /** The rows of each launch, in the order of their first rows: a launch is known by its id or, without one, by its name. */
    static List<Group> groups(List<FileRow> rows) {
        Map<String, List<FileRow>> groups = new LinkedHashMap<>();
        for (FileRow row : rows) {
            String id = row.optional("id");
            String name = row.optional("name");
            String key = id != null ? "id " + id : name != null ? "name " + name : "row " + row.number();
            groups.computeIfAbsent(key, same -> new ArrayList<>()).add(row);
        }
        return groups.values().stream()
                .map(group -> new Group(group.get(0).number(), group))
                .toList();
    }

    /**
     * The launch that rows tell of.
     *
     * @throws IllegalArgumentException with a sentence about the row that is wrong
     */
    static FiledPlan read(Group group) {
        group.rows()
                .forEach(row -> in(row, () -> {
                    row.check(LONGEST_CELL);
                    return row;
                }));
        FileRow whole = said(group.rows(), LAUNCH_COLUMNS);
        Map<String, List<FileRow>> markets = new LinkedHashMap<>();
        for (FileRow row : group.rows()) {
            String region = in(row, () -> row.required("region"));
            markets.computeIfAbsent(region, same -> new ArrayList<>()).add(row);
        }
        List<@Nullable MarketDocument> marketDocuments = new ArrayList<>();
        markets.values().forEach(rows -> marketDocuments.add(market(rows)));
        return in(
                group.rows().get(0),
                () -> new FiledPlan(
                        whole.id("id"),
                        whole.number("revision"),
                        whole.optional("status"),
                        whole.optional("owner"),
                        whole.optional("product"),
                        whole.optional("name"),
                        integer(whole, "tier"),
                        whole.optional("description"),
                        whole.optional("positioning"),
                        MoneyDocument.of(whole.money("budget", "budget_currency")),
                        marketDocuments,
                        null));
    }

    private static MarketDocument market(List<FileRow> rows) {
        FileRow market = said(rows, MARKET_COLUMNS);
        List<@Nullable RequirementDocument> requirements = new ArrayList<>();
        List<@Nullable QuotaDocument> quotas = new ArrayList<>();
        for (FileRow row : rows) {
            if (hasAny(row, "requirement", "role", "fte", "from", "to")) {
                requirements.add(new RequirementDocument(
                        row.optional("requirement"),
                        row.optional("role"),
                        row.optional("fte"),
                        row.optional("from"),
                        row.optional("to")));
            }
            if (hasAny(row, "segment", "min_reports")) {
                quotas.add(in(row, () -> new QuotaDocument(row.optional("segment"), integer(row, "min_reports"))));
            }
        }
        return in(
                rows.get(0),
                () -> new MarketDocument(
                        market.optional("region"),
                        market.optional("go_live_date"),
                        market.optional("zone"),
                        MoneyDocument.of(market.money("price", "price_currency")),
                        requirements,
                        quotas));
    }

    /** What the rows say together in these columns, wherever they say it; no two may say different things. */
    private static FileRow said(List<FileRow> rows, List<String> columns) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            String said = null;
            for (FileRow row : rows) {
                String cell = row.optional(column);
                if (cell != null && said != null && !said.equals(cell)) {
                    throw new IllegalArgumentException("Row " + row.number() + " says something else in " + column
                            + " than a row of the same launch before it");
                }
                said = said == null ? cell : said;
            }
            cells.add(said == null ? "" : said);
        }
        return FileRow.ofTexts(rows.get(0).number(), columns, cells);
    }

    private static boolean hasAny(FileRow row, String... columns) {
        for (String column : columns) {
            if (row.optional(column) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer integer(FileRow row, String column) {
        Long number = row.number(column);
        if (number != null && number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(column + " is too large");
        }
        return number == null ? null : Math.toIntExact(number);
    }

    private interface Reading<T> {
        T read();
    }

    /** Names the row in what is wrong with it: a launch has many. */
    private static <T> T in(FileRow row, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("In row " + row.number() + ", " + e.getMessage(), e);
        }
    }
}
