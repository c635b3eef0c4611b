package dev.greenlight.launchservice;

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
class LaunchPermissionsIT extends QuietLaunchService {
    private static final AccessTable TABLE = AccessTable.of("""
            call                                               | marketing | sales-manager | field | product | leadership | admin | nobody
            POST /api/launches                                 | yes       | -             | -     | -       | -          | -     | -
            PUT /api/launches/{id}                             | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{id}/preview                    | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{id}/publish                    | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{id}/hold                       | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{id}/resume                     | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{id}/cancel                     | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{id}/close                      | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{launchId}/go-live              | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{id}/counter-offers/accept      | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/import                          | yes       | -             | -     | -       | -          | -     | -
            POST /api/launches/{launchId}/waivers              | -         | -             | -     | -       | yes        | -     | -
            DELETE /api/launches/{launchId}/waivers/{waiverId} | -         | -             | -     | -       | yes        | -     | -
            POST /api/gaps/{id}/review                         | -         | -             | -     | yes     | -          | -     | -
            POST /api/gaps/{id}/unmerge                        | -         | -             | -     | yes     | -          | -     | -
            POST /api/gaps/import                              | -         | -             | -     | yes     | -          | -     | -
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
        PermissionTrial trial = new PermissionTrial(TABLE, examples().all(), client(), state(), LaunchExamples.REGION);
        return calls().stream()
                .filter(ServiceCall::isWrite)
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> trial.of(call)));
    }
}
