package dev.greenlight.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.standalone.cli.StatusTable.Health;
import dev.greenlight.standalone.cli.StatusTable.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final long MEBI = 1_024 * 1_024;

    @Test
    void aPartThatRunsShowsItsProcessAndMemory() {
        String table = StatusTable.of(List.of(new Row("kafka", Health.UP, 4711, 9092, 181 * MEBI, 2)));

        assertThat(table).containsPattern("kafka +up +4711 +9092 +181 MB +2");
    }

    @Test
    void aPartThatIsDownShowsDashes() {
        String table = StatusTable.of(List.of(new Row("edge", Health.DOWN, 0, 8080, 0, 0)));

        assertThat(table).containsPattern("edge +down +– +8080 +– +0");
    }

    @Test
    void theLastLineAddsTheMemoryUp() {
        String table = StatusTable.of(List.of(
                new Row("kafka", Health.UP, 1, 9092, 200 * MEBI, 0),
                new Row("edge", Health.UP, 2, 8080, 300 * MEBI, 0)));

        assertThat(table).containsPattern("in all +500 MB");
    }
}
