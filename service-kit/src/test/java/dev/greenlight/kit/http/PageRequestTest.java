package dev.greenlight.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlight.kit.problem.RejectedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void followingTheCursorsReadsEveryRowOnce() {
        List<Integer> rows = List.of(1, 2, 3, 4, 5, 6, 7);
        List<Integer> read = new ArrayList<>();

        String cursor = null;
        do {
            Page<Integer> page = query(rows, PageRequest.parse(cursor, "3"));
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(read).isEqualTo(rows);
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(query(List.of(1, 2, 3), PageRequest.parse(null, "3")).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "99999999999"})
    void aLimitOutOfRangeIsRefused(String limit) {
        assertThatThrownBy(() -> PageRequest.parse(null, limit)).isInstanceOf(RejectedException.class);
    }

    @Test
    void aCursorThatWeDidNotGiveIsRefused() {
        assertThatThrownBy(() -> PageRequest.parse("%%%", null)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> PageRequest.parse("AAAA", null))
                .as("a character that no database takes")
                .isInstanceOf(RejectedException.class);
    }

    private static Page<Integer> query(List<Integer> rows, PageRequest request) {
        int after = request.after() == null ? 0 : Integer.parseInt(request.after());
        List<Integer> oneMore = rows.stream()
                .filter(row -> row > after)
                .limit(request.limit() + 1)
                .toList();
        return request.page(oneMore, String::valueOf, row -> row);
    }
}
