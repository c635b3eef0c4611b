package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.testing.call.DatabaseWork;
import dev.greenlight.testing.call.DatabaseWork.Done;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The work of the database for one thing stays the same while launches grow from 10 to 10,000, and grows no faster than the
 * launch itself. Work is counted, never timed.
 */
class LaunchFlatCostIT extends LaunchCost {
    /** An index becomes one or two levels deeper; a scan of everything would be a thousand times the work. */
    private static final double FLAT = 2;

    /** Where everything is on one page there is nothing to look up; with more, each row wants a walk down an index. */
    private static final int SOME_BLOCKS = 200;

    private static final int SOME_ROWS = 60;

    @Test
    void workStaysTheSameWhileLaunchesGrowAndAtMostLinearInOnesOwnSize() throws SQLException {
        DatabaseWork database = work();
        grow(database, 10);
        Map<String, Done> withTen = done(database, 10);
        grow(database, 10_000);
        Map<String, Done> withTenThousand = done(database, 10);
        Map<String, Done> ofTheLargest = done(database, 2_000);

        withTen.forEach((thing, few) -> {
            Done many = withTenThousand.getOrDefault(thing, few);
            Done large = ofTheLargest.getOrDefault(thing, few);
            assertThat(many.rows())
                    .as("rows touched to %s with 10,000 launches; %s with 10", thing, few.rows())
                    .isLessThanOrEqualTo((long) (few.rows() * FLAT) + SOME_ROWS);
            assertThat(many.blocks())
                    .as("blocks looked at to %s with 10,000 launches; %s with 10", thing, few.blocks())
                    .isLessThanOrEqualTo((long) (few.blocks() * FLAT) + SOME_BLOCKS);
            assertThat(large.rows())
                    .as("rows touched to %s with 2,000 requirements; %s with 10", thing, many.rows())
                    .isLessThanOrEqualTo((many.rows() + SOME_ROWS) * 200);
            assertThat(large.blocks())
                    .as("blocks looked at to %s with 2,000 requirements; %s with 10", thing, many.blocks())
                    .isLessThanOrEqualTo((many.blocks() + SOME_ROWS) * 200);
        });
    }

    /** The second time, when every cache is warm. */
    private Map<String, Done> done(DatabaseWork database, int requirements) {
        Map<String, Done> done = new TreeMap<>();
        things(requirements).forEach((name, thing) -> {
            thing.run();
            done.put(name, database.during(thing));
        });
        System.out.println(requirements + " requirements: " + done);
        return done;
    }
}
