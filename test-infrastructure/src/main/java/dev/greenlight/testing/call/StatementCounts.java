package dev.greenlight.testing.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many statements each thing needs that a service does, by its name. */
public record StatementCounts(Map<String, Long> counts) {
    private static final String MOST_ITEMS = "200";

    /** Takes a copy, in the order of the names. */
    public StatementCounts {
        counts = new TreeMap<>(counts);
    }

    /**
     * Makes every call once, lists with as many items as they give.
     *
     * @throws AssertionError when one is not done
     */
    public static StatementCounts of(
            List<ServiceCall> calls, Examples examples, ServiceClient client, Statements statements) {
        Map<String, Long> counts = new TreeMap<>();
        for (ServiceCall call : calls) {
            TestRequest request = examples.of(call);
            TestRequest whole =
                    call.queryParameters().contains("limit") ? request.withQuery("limit", MOST_ITEMS) : request;
            counts.put(call.name(), statements.ofCalls(() -> {
                Reply reply = client.send(whole);
                if (!reply.isDone()) {
                    throw new AssertionError(call.name() + " must be done to be counted, was " + reply);
                }
            }));
        }
        return new StatementCounts(counts);
    }

    /**
     * Says that with more rows nothing needs more statements, and nothing more than the bound.
     *
     * @param withMore the same things, counted when there were many more rows
     * @throws AssertionError naming everything that grew or is beyond the bound
     */
    public void stayedEqual(StatementCounts withMore, long bound) {
        TreeSet<String> names = new TreeSet<>(counts.keySet());
        names.addAll(withMore.counts.keySet());
        String wrong = names.stream()
                .filter(name -> {
                    Long before = counts.get(name);
                    Long after = withMore.counts.get(name);
                    return before == null || after == null || !before.equals(after) || after > bound;
                })
                .map(name -> name + ": " + told(counts, name) + " statements with few rows, "
                        + told(withMore.counts, name) + " with many")
                .collect(Collectors.joining("\n  "));
        if (!wrong.isEmpty()) {
            throw new AssertionError("The number of statements must not depend on the number of rows, and be at most "
                    + bound + ":\n  " + wrong);
        }
    }

    private static String told(Map<String, Long> counts, String name) {
        return Optional.ofNullable(counts.get(name)).map(String::valueOf).orElse("no");
    }
}
