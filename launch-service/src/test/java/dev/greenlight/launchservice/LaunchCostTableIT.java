package dev.greenlight.launchservice;

import dev.greenlight.testing.call.CostTable;
import dev.greenlight.testing.call.DatabaseWork;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints what things cost in time; {@code make cost} runs it, {@code mvn verify} does not. */
@EnabledIfSystemProperty(named = "greenlight.cost", matches = "true")
class LaunchCostTableIT extends LaunchCost {

    @Test
    void printsTheTimes() throws SQLException {
        DatabaseWork database = work();
        CostTable bySize = new CostTable("requirements of the launch, among 10 launches");
        grow(database, 10);
        things(10).values().forEach(Runnable::run);
        for (int requirements : new int[] {1, 10, 100, 2_000}) {
            bySize.measure(requirements, things(requirements));
        }
        CostTable byNumber = new CostTable("launches, 10 requirements in this one");
        for (int launches : new int[] {10, 100, 1_000, 10_000}) {
            grow(database, launches);
            byNumber.measure(launches, things(10));
        }
        System.out.println("launch-service\n\n" + byNumber.text() + "\n" + bySize.text());
    }
}
