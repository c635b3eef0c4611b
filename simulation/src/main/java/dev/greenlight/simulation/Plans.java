package dev.greenlight.simulation;

import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MoneyDocument;
import dev.greenlight.launchservice.launch.PlanDocument.QuotaDocument;
import dev.greenlight.launchservice.launch.PlanDocument.RequirementDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans as marketing writes and edits them. */
final class Plans {
    private static final String CHICAGO = "America/Chicago";
    private static final String TOKYO = "Asia/Tokyo";

    private Plans() {}

    static PlanDocument random(String name, Instant now, boolean draft, Dice dice) {
        List<String> regions = dice.some(List.of(People.CENTRAL, People.EAST));
        return new PlanDocument(
                "GTK 500",
                name,
                1,
                null,
                null,
                null,
                regions.stream().map(region -> market(region, now, dice)).toList(),
                null,
                draft);
    }

    /** The plan of a launch with one or two edits. */
    static PlanDocument edited(Launch launch, Instant now, Dice dice) {
        PlanDocument plan = PlanDocument.of(launch.plan());
        PlanDocument edited = edit(plan, now, dice);
        return dice.chance(30) ? edit(edited, now, dice) : edited;
    }

    private static PlanDocument edit(PlanDocument plan, Instant now, Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> with(plan, "Words " + dice.below(100), plan.positioning(), markets(plan));
            case 1 -> with(plan, plan.description(), "For " + dice.oneOf("all", "some"), markets(plan));
            case 2 -> with(plan, plan.description(), plan.positioning(), addedOrDropped(plan, now, dice));
            default -> with(plan, plan.description(), plan.positioning(), oneEdited(plan, now, dice));
        };
    }

    private static List<MarketDocument> addedOrDropped(PlanDocument plan, Instant now, Dice dice) {
        List<MarketDocument> markets = new ArrayList<>(markets(plan));
        if (markets.size() > 1) {
            markets.remove(dice.below(markets.size()));
        } else {
            String known = String.valueOf(markets.get(0).region());
            markets.add(market(known.equals(People.EAST) ? People.CENTRAL : People.EAST, now, dice));
        }
        return markets;
    }

    private static List<MarketDocument> oneEdited(PlanDocument plan, Instant now, Dice dice) {
        List<MarketDocument> markets = new ArrayList<>(markets(plan));
        int index = dice.below(markets.size());
        markets.set(index, edit(markets.get(index), now, dice));
        return markets;
    }

    private static MarketDocument edit(MarketDocument market, Instant now, Dice dice) {
        List<RequirementDocument> requirements = new ArrayList<>();
        Objects.requireNonNull(market.requirements()).forEach(it -> requirements.add(Objects.requireNonNull(it)));
        int index = dice.below(requirements.size());
        RequirementDocument chosen = requirements.get(index);
        MoneyDocument price = market.price();
        switch (dice.below(6)) {
            case 0 -> requirements.set(index, requirement(chosen, dice.oneOf("0.5", "1", "1.5", "2"), 0));
            case 1, 2 -> requirements.set(index, requirement(chosen, chosen.fte(), dice.between(-2, 3)));
            case 3 -> price = new MoneyDocument((long) dice.between(100, 103), "USD");
            case 4 -> {
                if (requirements.size() > 1) {
                    requirements.remove(index);
                } else {
                    requirements.add(new RequirementDocument(
                            chosen.id() + "2", chosen.role(), "0.5", chosen.from(), chosen.to()));
                }
            }
            default -> {
                return market(String.valueOf(market.region()), now, dice);
            }
        }
        return new MarketDocument(
                market.region(), market.goLiveDate(), market.zone(), price, List.copyOf(requirements), market.quotas());
    }

    private static RequirementDocument requirement(RequirementDocument before, @Nullable String fte, int longerByDays) {
        LocalDate from = LocalDate.parse(String.valueOf(before.from()));
        LocalDate to = LocalDate.parse(String.valueOf(before.to())).plusDays(longerByDays);
        return new RequirementDocument(
                before.id(), before.role(), fte, before.from(), (to.isBefore(from) ? from : to).toString());
    }

    private static MarketDocument market(String region, Instant now, Dice dice) {
        String zone = dice.chance(80) ? CHICAGO : TOKYO;
        LocalDate day = LocalDate.ofInstant(now, ZoneId.of(zone)).plusDays(dice.chance(75) ? 0 : dice.between(1, 2));
        List<RequirementDocument> requirements = new ArrayList<>();
        requirements.add(requirement("ae", day, dice));
        if (dice.chance(25)) {
            requirements.add(requirement("second", day, dice));
        }
        return new MarketDocument(
                region,
                day.toString(),
                zone,
                dice.chance(50) ? null : new MoneyDocument(100L, "USD"),
                List.copyOf(requirements),
                List.of(new QuotaDocument("retail", dice.chance(75) ? 1 : 2)));
    }

    private static RequirementDocument requirement(String id, LocalDate day, Dice dice) {
        return new RequirementDocument(
                id,
                "account-executive",
                dice.oneOf("0.5", "1", "1", "1.5", "2"),
                day.toString(),
                day.plusDays(dice.between(0, 6)).toString());
    }

    private static PlanDocument with(
            PlanDocument plan,
            @Nullable String description,
            @Nullable String positioning,
            List<MarketDocument> markets) {
        return new PlanDocument(
                plan.product(),
                plan.name(),
                plan.tier(),
                description,
                positioning,
                plan.budget(),
                List.copyOf(markets),
                null,
                null);
    }

    private static List<MarketDocument> markets(PlanDocument plan) {
        return Objects.requireNonNull(plan.markets()).stream()
                .map(it -> Objects.requireNonNull(it))
                .toList();
    }
}
