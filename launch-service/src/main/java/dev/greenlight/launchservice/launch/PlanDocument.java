package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is posted, read and kept: nothing is checked yet, everything may be missing.
 *
 * @param owner user id; left out, the author of a new plan or the owner of an existing one
 * @param draft only in a new plan
 */
public record PlanDocument(
        @Nullable String product,
        @Nullable String name,
        @Nullable Integer tier,
        @Nullable String description,
        @Nullable String positioning,
        @Nullable MoneyDocument budget,
        @Nullable List<@Nullable MarketDocument> markets,
        @Nullable String owner,
        @Nullable Boolean draft) {

    /** One region of it. */
    public record MarketDocument(
            @Nullable String region,
            @Nullable String goLiveDate,
            @Nullable String zone,
            @Nullable MoneyDocument price,
            @Nullable List<@Nullable RequirementDocument> requirements,
            @Nullable List<@Nullable QuotaDocument> quotas) {

        /** The document of a market. */
        public static MarketDocument of(Market market) {
            return new MarketDocument(
                    market.region(),
                    market.goLiveDate().toString(),
                    market.zone().getId(),
                    MoneyDocument.of(market.price()),
                    market.requirements().stream().map(RequirementDocument::of).toList(),
                    market.quotas().stream().map(QuotaDocument::of).toList());
        }
    }

    /** Staff that marketing needs; FTE is a decimal in text. */
    public record RequirementDocument(
            @Nullable String id,
            @Nullable String role,
            @Nullable String fte,
            @Nullable String from,
            @Nullable String to) {

        /** The document of a requirement. */
        public static RequirementDocument of(Requirement requirement) {
            return new RequirementDocument(
                    requirement.id(),
                    requirement.role(),
                    requirement.fte().toString(),
                    requirement.window().from().toString(),
                    requirement.window().to().toString());
        }
    }

    /** How many accounts of a segment must be heard. */
    public record QuotaDocument(
            @Nullable String segment, @Nullable Integer minReports) {

        /** The document of a quota. */
        public static QuotaDocument of(Quota quota) {
            return new QuotaDocument(quota.segment(), quota.minReports());
        }
    }

    /** Money in minor units. */
    public record MoneyDocument(
            @Nullable Long amount, @Nullable String currency) {

        /** The document of an amount; null for null. */
        public static @Nullable MoneyDocument of(@Nullable Money money) {
            return money == null ? null : new MoneyDocument(money.amount(), money.currency());
        }
    }

    /** The document of a plan. */
    public static PlanDocument of(LaunchPlan plan) {
        return new PlanDocument(
                plan.product(),
                plan.name(),
                plan.tier(),
                plan.description(),
                plan.positioning(),
                MoneyDocument.of(plan.budget()),
                plan.markets().stream().map(MarketDocument::of).toList(),
                null,
                null);
    }
}
