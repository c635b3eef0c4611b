package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ReadRows;
import dev.greenlight.kit.exchange.ReadRows.Value;
import dev.greenlight.kit.trace.Traceparent;
import dev.greenlight.sales.fieldreport.OvertakenReports;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.opportunity.Account;
import dev.greenlight.sales.opportunity.DealStage;
import dev.greenlight.sales.opportunity.NameKey;
import dev.greenlight.sales.opportunity.Opportunity;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import dev.greenlight.sales.opportunity.Product;
import dev.greenlight.sales.team.TeamRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sales pipeline. */
@Component
class OpportunitiesImport implements CrmImport {
    private final OpportunityRepository opportunities;
    private final TeamRepository teams;
    private final OvertakenReports overtakenReports;

    OpportunitiesImport(OpportunityRepository opportunities, TeamRepository teams, OvertakenReports overtakenReports) {
        this.opportunities = opportunities;
        this.teams = teams;
        this.overtakenReports = overtakenReports;
    }

    @Override
    public String kind() {
        return "opportunities";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "opportunity_id",
                "sales_agent",
                "product",
                "account",
                "deal_stage",
                "engage_date",
                "close_date",
                "close_value");
    }

    @Override
    public ImportReport take(Caller caller, List<FileRow> rows) {
        Map<String, Opportunity> known = opportunities.opportunities(cells(rows, "opportunity_id", id -> id));
        Knowledge knowledge = new Knowledge(
                opportunities.products(),
                opportunities.accounts(cells(rows, "account", NameKey::of)),
                known,
                agentsOf(caller, rows, known.values()));
        ReadRows<Opportunity> read = ReadRows.of(rows, knowledge::read, Opportunity::id);
        opportunities.saveOpportunities(read.changed(opportunity -> known.get(opportunity.id())));
        overtakenReports.publishAnew(new Cause(caller.id(), Traceparent.current()));
        return read.report(opportunity -> known.get(opportunity.id()));
    }

    private static Set<String> cells(List<FileRow> rows, String column, Function<String, String> key) {
        return rows.stream()
                .map(row -> row.optional(column))
                .filter(Objects::nonNull)
                .map(key)
                .collect(Collectors.toSet());
    }

    /** The agents whose deals the caller may speak of, in lower case; null for all. */
    private @Nullable Set<String> agentsOf(Caller caller, List<FileRow> rows, Collection<Opportunity> known) {
        if (caller.is(Role.ADMIN)) {
            return null;
        }
        Set<String> names = Stream.concat(
                        cells(rows, "sales_agent", OpportunitiesImport::agentKey).stream(),
                        known.stream().map(opportunity -> agentKey(opportunity.agent())))
                .collect(Collectors.toSet());
        return teams.regionsByName(names).entrySet().stream()
                .filter(agent -> !Collections.disjoint(agent.getValue(), caller.regions()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String agentKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What is known while a file is read. */
    private record Knowledge(
            Map<String, Product> products,
            Map<String, Account> accounts,
            Map<String, Opportunity> known,
            @Nullable Set<String> agents) {

        Value<Opportunity> read(FileRow row) {
            List<String> remarks = new ArrayList<>();
            String id = row.required("opportunity_id");
            String agent = row.required("sales_agent");
            checkAgent(agent, known.get(id));
            DealStage stage = stage(row.required("deal_stage"));
            Long amount = row.amount("close_value");
            Opportunity opportunity = new Opportunity(
                    id,
                    agent,
                    product(row.required("product"), remarks),
                    account(row.optional("account"), remarks),
                    stage,
                    row.date("engage_date"),
                    row.date("close_date"),
                    amount,
                    row.currency());
            if (stage.isOpen() && amount == null) {
                remarks.add("It has no value; it counts with its product's list price, as an estimate");
            }
            return new Value<>(opportunity, remarks);
        }

        private void checkAgent(String agent, @Nullable Opportunity before) {
            Set<String> own = agents;
            if (own == null) {
                return;
            }
            if (!own.contains(agentKey(agent))) {
                throw new IllegalArgumentException("The sales agent " + agent + " is in no team of your regions");
            }
            if (before != null && !own.contains(agentKey(before.agent()))) {
                throw new IllegalArgumentException(
                        "The opportunity is one of " + before.agent() + ", who is in no team of your regions");
            }
        }

        private static DealStage stage(String text) {
            return DealStage.named(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "deal_stage is Prospecting, Engaging, Won or Lost, not \"" + text + "\""));
        }

        private String product(String spelt, List<String> remarks) {
            Product product = products.get(NameKey.ofProduct(spelt));
            if (product == null || product.name().equals(spelt)) {
                return spelt;
            }
            remarks.add("The product \"" + spelt + "\" is taken as \"" + product.name() + "\"");
            return product.name();
        }

        private @Nullable String account(@Nullable String spelt, List<String> remarks) {
            if (spelt == null) {
                remarks.add("It has no account");
                return null;
            }
            Account account = accounts.get(NameKey.of(spelt));
            if (account == null || account.name().equals(spelt)) {
                return spelt;
            }
            remarks.add("The account \"" + spelt + "\" is taken as \"" + account.name() + "\"");
            return account.name();
        }
    }
}
