package dev.greenlight.launchservice.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different between two revisions of a plan, in words. */
final class PlanDifference {
    private static final int MOST_NAMED = 8;

    private final List<String> found = new ArrayList<>();

    private PlanDifference() {}

    /** One sentence that names the changes, the first of them where there are many. */
    static String between(LaunchPlan before, LaunchPlan after) {
        PlanDifference difference = new PlanDifference();
        difference.compareTexts(before, after);
        difference.compareMarkets(before, after);
        return difference.sentence();
    }

    private String sentence() {
        if (found.isEmpty()) {
            return "Revised";
        }
        String named = found.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        int more = found.size() - MOST_NAMED;
        return "Revised: " + named + (more > 0 ? "; and " + more + " more" : "");
    }

    private void compareTexts(LaunchPlan before, LaunchPlan after) {
        compare("product", before.product(), after.product());
        compare("name", before.name(), after.name());
        compare("tier", before.tier(), after.tier());
        note("budget", Objects.equals(before.budget(), after.budget()));
        note("description", Objects.equals(before.description(), after.description()));
        note("positioning", Objects.equals(before.positioning(), after.positioning()));
    }

    private void compareMarkets(LaunchPlan before, LaunchPlan after) {
        compareKeyed("", "market", before.markets(), after.markets(), Market::region, this::compareMarket);
    }

    private void compareMarket(String region, Market before, Market after) {
        compare(region + " go-live date", before.goLiveDate(), after.goLiveDate());
        compare(region + " zone", before.zone(), after.zone());
        note(region + " price", before.hasSamePriceAs(after));
        compareKeyed(
                region + " ",
                "requirement",
                before.requirements(),
                after.requirements(),
                Requirement::id,
                (id, earlier, later) -> {
                    String name = region + " " + id;
                    compare(name + " role", earlier.role(), later.role());
                    compare(name + " FTE", earlier.fte(), later.fte());
                    compare(
                            name + " from",
                            earlier.window().from(),
                            later.window().from());
                    compare(name + " to", earlier.window().to(), later.window().to());
                });
        compareKeyed(
                region + " ",
                "quota",
                before.quotas(),
                after.quotas(),
                Quota::segment,
                (segment, earlier, later) ->
                        compare(region + " quota " + segment, earlier.minReports(), later.minReports()));
    }

    private <T> void compareKeyed(
            String prefix, String noun, List<T> before, List<T> after, Function<T, String> key, Comparison<T> each) {
        Map<String, T> earlier = keyed(before, key);
        Map<String, T> later = keyed(after, key);
        earlier.forEach((id, value) -> {
            T counterpart = later.get(id);
            if (counterpart == null) {
                found.add(prefix + noun + " " + id + " dropped");
            } else {
                each.compare(id, value, counterpart);
            }
        });
        later.keySet().stream()
                .filter(id -> !earlier.containsKey(id))
                .forEach(id -> found.add(prefix + noun + " " + id + " added"));
    }

    private static <T> Map<String, T> keyed(List<T> values, Function<T, String> key) {
        Map<String, T> keyed = new LinkedHashMap<>();
        values.forEach(value -> keyed.put(key.apply(value), value));
        return keyed;
    }

    private void compare(String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            found.add(what + " " + words(before) + " → " + words(after));
        }
    }

    private void note(String what, boolean same) {
        if (!same) {
            found.add(what + " changed");
        }
    }

    private static String words(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private interface Comparison<T> {
        void compare(String key, T before, T after);
    }
}
