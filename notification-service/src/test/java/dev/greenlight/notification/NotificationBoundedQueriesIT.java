package dev.greenlight.notification;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.testing.call.ServiceCall;
import dev.greenlight.testing.call.StatementCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However many launches, people and notifications there are: the statements are the same. */
class NotificationBoundedQueriesIT extends QuietNotificationService {
    private static final int FEW = 3;
    private static final int MANY = 60;

    @Test
    void aCallNeedsAsManyStatementsWithManyRowsAsWithFew() {
        List<ServiceCall> reads =
                calls().stream().filter(call -> !call.isWrite()).toList();
        List<ServiceCall> writes = calls().stream().filter(ServiceCall::isWrite).toList();

        fill(FEW);
        StatementCounts readsWithFew = count(reads);
        StatementCounts writesWithFew = count(writes);
        fill(MANY);

        readsWithFew.stayedEqual(count(reads), 4);
        writesWithFew.stayedEqual(count(writes), 10);
    }

    @Test
    void aBatchOfEventsNeedsAsManyStatementsAsOneEvent() {
        // The people are read anew only after one of them has changed.
        planned(1);

        planned(1).stayedEqual(planned(50), 20);
    }

    private StatementCounts count(List<ServiceCall> calls) {
        return StatementCounts.of(calls, examples().all(), client(), statements);
    }

    private void fill(int rows) {
        for (int i = 0; i < rows; i++) {
            examples().notification();
        }
    }

    private StatementCounts planned(int launches) {
        List<LaunchPlanned> plans = new ArrayList<>();
        for (int i = 0; i < launches; i++) {
            plans.add(examples().plan(UUID.randomUUID()));
        }
        return new StatementCounts(
                Map.of("what marketing has planned", statements.ofThisThread(() -> marketingTells(plans))));
    }
}
