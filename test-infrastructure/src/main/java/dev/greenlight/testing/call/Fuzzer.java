package dev.greenlight.testing.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sends mutated requests to every call of a service and holds each answer against what is promised of all: never a 5xx, a
 * refusal always problem details with a code and never a change, a reading never a change, never HTML nor a stack trace.
 *
 * <p>{@value #REQUESTS_PROPERTY} says how many requests are sent, {@value #SEED_PROPERTY} which ones; a new number each time with
 * {@code random}. The seed is printed, and the same seed sends the same requests.
 */
public final class Fuzzer {
    /** System property: how many requests. */
    public static final String REQUESTS_PROPERTY = "greenlight.fuzz.requests";

    /** System property: a number, or {@code random}. */
    public static final String SEED_PROPERTY = "greenlight.fuzz.seed";

    private static final int USUAL_REQUESTS = 1_600;
    private static final int MOST_USES = 40;
    private static final int MOST_FAILURES = 25;

    private final List<ServiceCall> calls;
    private final Examples examples;
    private final ServiceClient client;
    private final DatabaseState database;
    private final Map<String, Used> current = new HashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    /** Tries these calls; nothing else may write to the database meanwhile. */
    public Fuzzer(List<ServiceCall> calls, Examples examples, ServiceClient client, DatabaseState database) {
        this.calls = List.copyOf(calls);
        this.examples = examples;
        this.client = client;
        this.database = database;
    }

    /** The state of the database since the last request, where nothing has changed it on purpose. */
    private Optional<Map<String, String>> known = Optional.empty();

    /** An example and how often it was used. */
    private record Used(TestRequest request, int times) {}

    /**
     * Sends them all.
     *
     * @throws AssertionError naming the requests whose answers broke a promise, and the seed
     */
    public void run() {
        int requests = Integer.getInteger(REQUESTS_PROPERTY, USUAL_REQUESTS);
        long seed = seed();
        System.out.println("Fuzzing " + calls.size() + " calls with " + requests + " requests; again with -D"
                + SEED_PROPERTY + "=" + seed);
        for (int i = 0; i < requests && failures.size() < MOST_FAILURES; i++) {
            tryOnce(i, calls.get(i % calls.size()), new Random(seed * 1_000_003 + i));
        }
        System.out.println("Answers by status: " + statuses);
        if (!failures.isEmpty()) {
            throw new AssertionError(printable("With -D" + SEED_PROPERTY + "=" + seed + " " + failures.size()
                    + " answers broke a promise:\n" + String.join("\n", failures)));
        }
    }

    private static long seed() {
        String given = System.getProperty(SEED_PROPERTY, "1");
        return given.equals("random") ? new Random().nextInt(1_000_000) : Long.parseLong(given);
    }

    /** Control characters would tear the report. */
    private static String printable(String text) {
        return text.codePoints()
                .mapToObj(
                        it -> (Character.isISOControl(it) && it != '\n') || Character.getType(it) == Character.SURROGATE
                                ? String.format(Locale.ROOT, "\\u%04x", it)
                                : Character.toString(it))
                .collect(Collectors.joining());
    }

    private void tryOnce(int number, ServiceCall call, Random random) {
        Mutations mutations = new Mutations(call, random);
        TestRequest request = mutations.of(example(call));
        Map<String, String> before = known.orElseGet(database::now);
        known = Optional.of(before);
        Reply reply;
        try {
            reply = client.send(request);
        } catch (IllegalArgumentException cannotBeSent) {
            return;
        }
        statuses.merge(reply.status(), 1, Integer::sum);
        List<String> broken = broken(request, reply, before);
        if (!broken.isEmpty()) {
            failures.add("#" + number + " " + call.name() + ": " + String.join(", ", broken) + "\n    changed: "
                    + mutations.told() + "\n    request: " + request + "\n    answer: " + reply);
        }
        if (reply.isDone() && !request.method().equals("GET")) {
            current.remove(call.name());
            known = Optional.empty();
        }
    }

    /** The same example until it has done its work or become old. */
    private TestRequest example(ServiceCall call) {
        Used used = current.get(call.name());
        if (used == null || used.times() >= MOST_USES) {
            TestRequest fresh = examples.of(call);
            known = Optional.empty();
            current.put(call.name(), new Used(fresh, 1));
            return fresh;
        }
        current.put(call.name(), new Used(used.request(), used.times() + 1));
        return used.request();
    }

    private List<String> broken(TestRequest request, Reply reply, Map<String, String> before) {
        List<String> broken = new ArrayList<>();
        if (reply.status() >= 500) {
            broken.add("a " + reply.status());
        }
        boolean bodiless = request.method().equals("HEAD");
        if (reply.isRefusal() && !bodiless && !reply.isProblem()) {
            broken.add("a refusal that is no problem with a code");
        }
        if (reply.contentType().startsWith("text/html")
                || reply.body().startsWith("<")
                || reply.body().contains("\tat ")
                || reply.body().contains("Exception")) {
            broken.add("HTML or a look inside");
        }
        if (!reply.isDone() || request.method().equals("GET") || bodiless) {
            Map<String, String> after = database.now();
            known = Optional.of(after);
            Set<String> changed = DatabaseState.changed(before, after);
            if (!changed.isEmpty()) {
                broken.add("a change of " + changed + " after a " + reply.status());
            }
        }
        return broken;
    }
}
