package dev.greenlight.kit.problem;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with one request, so that its author learns of all faults at once. A reading method that
 * finds a fault notes it and answers null. Not thread-safe.
 */
public final class Faults {
    private static final String REQUIRED = "is required";

    private final List<Fault> found = new ArrayList<>();

    /** Notes a fault. */
    public void add(String pointer, String detail) {
        found.add(new Fault(pointer, detail));
    }

    /** Reads a required text with a parser whose {@link IllegalArgumentException} is a sentence for the author. */
    public <T> @Nullable T read(String pointer, @Nullable String text, Function<String, T> parser) {
        if (text == null) {
            add(pointer, REQUIRED);
            return null;
        }
        return check(pointer, () -> parser.apply(text));
    }

    /** As {@link #read}, for a text that may be missing. */
    public <T> @Nullable T readOptional(String pointer, @Nullable String text, Function<String, T> parser) {
        return text == null ? null : read(pointer, text, parser);
    }

    /** A value that must be there. */
    public <T> @Nullable T required(String pointer, @Nullable T value) {
        if (value == null) {
            add(pointer, REQUIRED);
        }
        return value;
    }

    /** A required text: trimmed, not blank, at most so many characters, in any script but without control characters. */
    public @Nullable String text(String pointer, @Nullable String value, int maxLength) {
        String trimmed = optionalText(pointer, value, maxLength);
        if (trimmed == null && (value == null || value.isBlank())) {
            add(pointer, REQUIRED);
        }
        return trimmed;
    }

    /** As {@link #text}, for a text that may be missing or blank, which is answered as null. */
    public @Nullable String optionalText(String pointer, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String trimmed = value.strip();
        if (trimmed.codePointCount(0, trimmed.length()) > maxLength) {
            add(pointer, "has at most " + maxLength + " characters");
            return null;
        }
        if (trimmed.codePoints().anyMatch(Faults::isForbidden)) {
            add(pointer, "has a control character or a broken one; take it out");
            return null;
        }
        return trimmed;
    }

    /** Runs a constructor and turns its {@link IllegalArgumentException} or {@link DateTimeException} into a fault. */
    public <T> @Nullable T check(String pointer, Supplier<T> construct) {
        try {
            return construct.get();
        } catch (IllegalArgumentException e) {
            add(pointer, String.valueOf(e.getMessage()));
        } catch (DateTimeException e) {
            add(pointer, "is a date such as 2027-03-01, an instant such as 2027-03-01T09:00:00Z or an IANA zone");
        }
        return null;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found, in order. */
    public List<Fault> list() {
        return List.copyOf(found);
    }

    /**
     * Ends the request when anything is wrong.
     *
     * @throws RejectedException naming every fault
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw Rejection.invalid(found).asException();
        }
    }

    /** Line breaks and tabs are welcome; other control characters and lone surrogates can't be stored or shown. */
    private static boolean isForbidden(int codePoint) {
        boolean whiteSpace = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return Character.getType(codePoint) == Character.SURROGATE
                || (Character.isISOControl(codePoint) && !whiteSpace);
    }
}
