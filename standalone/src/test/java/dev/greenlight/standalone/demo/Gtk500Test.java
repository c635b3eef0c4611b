package dev.greenlight.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The story uses what is in the sample data, and nothing that is not. */
class Gtk500Test {
    private static final Set<String> OPEN = Set.of("Prospecting", "Engaging");

    private final List<Row> teams = rows(CrmFiles.TEAMS);
    private final Map<String, Row> accounts = byName(rows(CrmFiles.ACCOUNTS), "account");
    private final Map<String, Row> opportunities = byName(rows(CrmFiles.OPPORTUNITIES), "opportunity_id");

    @Test
    void everyReportComesFromARealAccountOfTheSectorThatItNames() {
        assertThat(Gtk500.fieldNotes())
                .allSatisfy(note -> assertThat(byId(accounts, note.account()).cell("sector"))
                        .isEqualTo(note.sector().equals("technology") ? "technolgy" : note.sector()));
    }

    @Test
    void everyReportNamesOpenOpportunitiesOfItsAccountThatAgentsOfTheRegionWorkOn() {
        assertThat(Gtk500.fieldNotes()).allSatisfy(note -> {
            assertThat(note.opportunities()).isNotEmpty();
            assertThat(note.opportunities()).allSatisfy(id -> {
                Row opportunity = byId(opportunities, id);
                assertThat(opportunity.cell("account")).isEqualTo(note.account());
                assertThat(opportunity.cell("deal_stage")).isIn(OPEN);
                assertThat(regionOf(opportunity.cell("sales_agent"))).isEqualTo(note.region());
            });
        });
    }

    @Test
    void everyCommitmentIsGivenByARealTeamOfTheRegionAndNamesItsPeople() {
        assertThat(Gtk500.pledges())
                .allSatisfy(pledge -> assertThat(teams)
                        .filteredOn(row -> row.cell("manager").equals(pledge.team())
                                && row.cell("regional_office").equals(pledge.region()))
                        .extracting(row -> row.cell("sales_agent"))
                        .isNotEmpty()
                        .containsAll(pledge.reps().stream()
                                .map(Pledge.NamedRep::name)
                                .toList()));
    }

    @Test
    void centralAndWestGetAllTheStaffThatTheyAskForAndEastDoesNot() {
        Map<String, Boolean> covered = plan().markets().stream()
                .collect(Collectors.toMap(
                        Documents.Market::region,
                        market -> market.requirements().stream()
                                .allMatch(requirement -> given(market.region(), requirement.id())
                                                .compareTo(new BigDecimal(requirement.fte()))
                                        >= 0)));

        assertThat(covered).containsExactlyInAnyOrderEntriesOf(Map.of("Central", true, "East", false, "West", true));
    }

    @Test
    void centralHearsAsManyAccountsFromTwoReportersAsItAsksForAndEastOneTooFew() {
        assertThat(quotasMissed(Gtk500.CENTRAL)).isEmpty();
        assertThat(quotasMissed(Gtk500.EAST)).containsExactly("medical");
    }

    @Test
    void centralMayGoLiveTodayAlsoWhereTheDayHasJustBegun() {
        Instant lateEveningInChicago = Instant.parse("2026-11-24T05:30:00Z");

        List<Documents.Market> markets =
                Gtk500.plan("any", lateEveningInChicago).markets();

        assertThat(markets)
                .extracting(market -> market.region() + " " + market.goLiveDate())
                .startsWith("Central 2026-11-23", "East 2026-11-24");
    }

    private static Documents.Plan plan() {
        return Gtk500.plan("any", Instant.parse("2026-11-23T12:00:00Z"));
    }

    private static BigDecimal given(String region, String requirement) {
        return Gtk500.pledges().stream()
                .filter(pledge ->
                        pledge.region().equals(region) && pledge.requirement().equals(requirement))
                .flatMap(pledge -> pledge.pool().isPresent()
                        ? pledge.pool().stream()
                        : pledge.reps().stream().map(Pledge.NamedRep::fte))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> quotasMissed(String region) {
        return plan().markets().stream()
                .filter(market -> market.region().equals(region))
                .flatMap(market -> market.quotas().stream())
                .filter(quota -> {
                    List<FieldNote> heard = Gtk500.fieldNotes().stream()
                            .filter(note -> note.region().equals(region)
                                    && note.sector().equals(quota.segment()))
                            .toList();
                    return heard.stream().map(FieldNote::account).distinct().count() < quota.minReports()
                            || heard.stream()
                                            .map(FieldNote::reporter)
                                            .distinct()
                                            .count()
                                    < 2;
                })
                .map(Documents.Quota::segment)
                .toList();
    }

    private String regionOf(String agent) {
        return teams.stream()
                .filter(row -> row.cell("sales_agent").equals(agent))
                .map(row -> row.cell("regional_office"))
                .findFirst()
                .orElse("");
    }

    /** These files have neither quotes nor commas within a field. */
    private static List<Row> rows(CrmFiles file) {
        List<String> lines =
                new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
        String[] heading = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(IntStream.range(0, heading.length)
                        .boxed()
                        .collect(Collectors.toMap(column -> heading[column], column -> cells[column]))))
                .toList();
    }

    private static Row byId(Map<String, Row> rows, String id) {
        return rows.getOrDefault(id, new Row(Map.of()));
    }

    /** One line of a file. */
    private record Row(Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private static Map<String, Row> byName(List<Row> rows, String column) {
        return rows.stream().collect(Collectors.toMap(row -> row.cell(column), Function.identity()));
    }
}
