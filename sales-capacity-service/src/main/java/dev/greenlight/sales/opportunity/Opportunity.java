package dev.greenlight.sales.opportunity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal as the CRM knows it.
 *
 * @param agent name of the sales agent
 * @param product as spelt in the price list, where it was known
 * @param account null where the CRM has none
 * @param amount minor units of the currency; null where the CRM has no value
 */
public record Opportunity(
        String id,
        String agent,
        String product,
        @Nullable String account,
        DealStage stage,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        @Nullable Long amount,
        String currency) {}
