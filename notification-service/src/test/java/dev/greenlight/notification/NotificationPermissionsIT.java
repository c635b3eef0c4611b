package dev.greenlight.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.testing.call.AccessTable;
import dev.greenlight.testing.call.PermissionTrial;
import dev.greenlight.testing.call.ServiceCall;
import dev.greenlight.testing.call.ServiceCalls;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may change what here; everybody else is told so, and nothing changes. */
class NotificationPermissionsIT extends QuietNotificationService {
    private static final AccessTable TABLE = AccessTable.of("""
            call                               | marketing | sales-manager | field | product | leadership | admin | nobody
            POST /api/notifications/{id}/read  | yes       | yes           | yes   | yes     | yes        | yes   | yes
            POST /api/notifications/read-all   | yes       | yes           | yes   | yes     | yes        | yes   | yes
            PUT /api/notifications/preferences | yes       | yes           | yes   | yes     | yes        | yes   | yes
            PUT /api/notifications/people      | -         | -             | -     | -       | -          | yes   | -
            """);

    @Test
    void theTableHasALineForEveryCallThatWrites() {
        TABLE.isWhole(calls());
    }

    @Test
    void everyCallThatTheControllersTakeIsDescribed() {
        assertThat(ServiceCalls.undocumented(calls(), service)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everybodyWhoMayGetsThroughAndNobodyElse() throws SQLException {
        PermissionTrial trial =
                new PermissionTrial(TABLE, examples().all(), client(), state(), NotificationExamples.REGION);
        return calls().stream()
                .filter(ServiceCall::isWrite)
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> trial.of(call)));
    }
}
