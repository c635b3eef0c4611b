package dev.greenlight.kit.http;

import dev.greenlight.kit.problem.RejectedException;
import dev.greenlight.kit.problem.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted; a controller takes it as a parameter, read from {@code ?cursor=&limit=}.
 *
 * @param limit how many items at most, 1 to 200
 * @param after the position after which to go on, as a list gave it; null from the beginning
 */
public record PageRequest(int limit, @Nullable String after) {
    /** How many items a page has when nothing is said. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many items a page has at most. */
    public static final int MAX_LIMIT = 200;

    /** Begins what a cursor hides, so that nobody takes another text for a position. */
    private static final String MARK = "after ";

    static PageRequest parse(@Nullable String cursor, @Nullable String limit) {
        return new PageRequest(parseLimit(limit), cursor == null || cursor.isEmpty() ? null : decode(cursor));
    }

    /**
     * The position after which to go on; null from the beginning.
     *
     * @param parser reads what {@link #page} was told as a row's position; empty for anything else
     * @throws dev.greenlight.kit.problem.RejectedException 400 for a cursor that no page gave
     */
    public <P> @Nullable P after(Function<String, Optional<P>> parser) {
        return after == null ? null : parser.apply(after).orElseThrow(PageRequest::unknownCursor);
    }

    /** As {@link #after(Function)}, for a list whose rows stand in the order of their ids. */
    public @Nullable UUID afterId() {
        return after(PageRequest::id);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes the page from rows that were read with {@code LIMIT limit + 1}: the one more tells that there is a next page.
     *
     * @param position where a row stands in the order of the list
     */
    public <R, T> Page<T> page(List<R> oneMoreThanLimit, Function<R, String> position, Function<R, T> toItem) {
        boolean more = oneMoreThanLimit.size() > limit;
        List<R> rows = more ? oneMoreThanLimit.subList(0, limit) : oneMoreThanLimit;
        String next = more ? encode(position.apply(rows.get(rows.size() - 1))) : null;
        return new Page<>(rows.stream().map(toItem).toList(), next);
    }

    private static int parseLimit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, together with a number that is out of range.
        }
        throw Rejection.invalid("limit", "The limit is a number from 1 to " + MAX_LIMIT)
                .asException();
    }

    private static String encode(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            String marked = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            // No database takes a NUL, and no page gives it.
            if (marked.startsWith(MARK) && marked.indexOf('\0') < 0) {
                return marked.substring(MARK.length());
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // Told below, together with what decodes to something else.
        }
        throw unknownCursor();
    }

    private static RejectedException unknownCursor() {
        return Rejection.invalid("cursor", "The cursor is what the page before gave as next")
                .asException();
    }
}
