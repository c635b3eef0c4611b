package dev.greenlight.testing.call;

import dev.greenlight.testing.TestTokens;
import dev.greenlight.testing.call.AccessTable.May;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a call as everybody: with every role, in a region of one's own and in another's, without a token and with all sorts of
 * bad ones. Who may, gets past 401 and 403; who may not is told so in problem details, and nothing changes.
 */
public final class PermissionTrial {
    private static final String ELSEWHERE = "Elsewhere";
    private static final String NOBODY = "nobody";

    private final AccessTable table;
    private final Examples examples;
    private final ServiceClient client;
    private final DatabaseState database;
    private final String region;

    /**
     * Nothing else may write to the database during the trial.
     *
     * @param region where the examples take place
     */
    public PermissionTrial(
            AccessTable table, Examples examples, ServiceClient client, DatabaseState database, String region) {
        this.table = table;
        this.examples = examples;
        this.client = client;
        this.database = database;
        this.region = region;
    }

    /**
     * Makes one call as everybody.
     *
     * @throws AssertionError naming everybody who was let in or shut out wrongly
     */
    public void of(ServiceCall call) {
        if (!examples.has(call)) {
            throw new AssertionError("There is no example of \"" + call.name() + "\": add written(\"" + call.name()
                    + "\", …) to the examples of this service");
        }
        List<String> wrong = new ArrayList<>();
        table.row(call.name()).forEach((role, may) -> {
            tryRole(call, role, may, region).ifPresent(wrong::add);
            tryRole(call, role, may, ELSEWHERE).ifPresent(wrong::add);
        });
        wrong.addAll(strangers(call));
        if (!wrong.isEmpty()) {
            throw new AssertionError(call.name() + "\n  " + String.join("\n  ", wrong));
        }
    }

    private Optional<String> tryRole(ServiceCall call, String role, May may, String where) {
        TestRequest example = examples.of(call);
        List<String> roles = role.equals(NOBODY) ? List.of("gardener") : List.of(role);
        TestRequest request = example.as(TestTokens.shared().token(person(example), roles, List.of(where)));
        boolean forbidden = may == May.NO || (may == May.OWN && where.equals(ELSEWHERE));
        boolean changesNothing = forbidden || (may == May.ROWS && where.equals(ELSEWHERE));
        Map<String, String> before = database.now();
        Reply reply = client.send(request);
        Set<String> changed = DatabaseState.changed(before, database.now());
        String who = role + " in " + (where.equals(ELSEWHERE) ? "another region" : "an own region");
        if (forbidden && (reply.status() != 403 || !reply.isProblem())) {
            return Optional.of(who + " must be answered 403, was " + reply);
        }
        // Whoever may make the call gets through whole: a 409 could hide that a later check would have shut them out.
        if (!forbidden && !reply.isDone()) {
            return Optional.of(who + " may do this, but was answered " + reply);
        }
        return changesNothing && !changed.isEmpty()
                ? Optional.of(who + " was answered " + reply.status() + " but changed " + changed)
                : Optional.empty();
    }

    private List<String> strangers(ServiceCall call) {
        TestRequest example = examples.of(call);
        Map<String, String> before = database.now();
        List<String> wrong = new ArrayList<>();
        notLetIn("no token", client.send(example.without("Authorization"))).ifPresent(wrong::add);
        List<String> everyRole = List.copyOf(table.row(call.name()).keySet());
        TestTokens.shared()
                .badTokens(person(example), everyRole, List.of(region))
                .forEach((what, token) -> notLetIn("a token " + what, client.send(example.as(token)))
                        .ifPresent(wrong::add));
        Set<String> changed = DatabaseState.changed(before, database.now());
        if (!changed.isEmpty()) {
            wrong.add("somebody without a valid token changed " + changed);
        }
        return wrong;
    }

    private static Optional<String> notLetIn(String who, Reply reply) {
        boolean told = reply.status() == 401
                && reply.isProblem()
                && reply.headers().firstValue("WWW-Authenticate").isPresent();
        return told ? Optional.empty() : Optional.of(who + " must be answered 401, was " + reply);
    }

    private static String person(TestRequest example) {
        String header = Optional.ofNullable(example.headers().get("Authorization"))
                .orElseThrow(() -> new IllegalArgumentException("An example without a token: " + example));
        return TestTokens.subjectOf(header.substring("Bearer ".length()));
    }
}
