package dev.greenlight.notification.recipient;

import dev.greenlight.notification.recipient.ReadinessFact.Red;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Puts parts together into what people read. */
final class Sentences {
    /** More than these are only counted: a plan may have 2,000 requirements. */
    private static final int MOST_NAMED = 3;

    private Sentences() {}

    /** The causes, each with the condition that it belongs to where there are several. */
    static String causes(List<Red> reds) {
        boolean several = reds.size() > 1;
        return several(reds.stream()
                .map(red -> several ? red.cause() + " (" + red.id() + ")" : red.cause())
                .toList());
    }

    static String several(List<String> parts) {
        String named = parts.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        int more = parts.size() - MOST_NAMED;
        return more > 0 ? named + "; and " + more + " more" : named;
    }

    static String list(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
