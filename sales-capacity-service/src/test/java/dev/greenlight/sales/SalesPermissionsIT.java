package dev.greenlight.sales;

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
class SalesPermissionsIT extends QuietSalesService {
    private static final AccessTable TABLE = AccessTable.of("""
            call                                                                                      | marketing | sales-manager | field | product | leadership | admin | nobody
            PUT /api/capacity/launches/{launchId}/commitments/{region}/{requirementId}                | -         | own           | -     | -       | -          | -     | -
            POST /api/capacity/launches/{launchId}/commitments/{region}/{requirementId}/decline       | -         | own           | -     | -       | -          | -     | -
            POST /api/capacity/launches/{launchId}/commitments/{region}/{requirementId}/withdraw      | -         | own           | -     | -       | -          | -     | -
            PUT /api/capacity/teams/{region}/{teamId}                                                 | -         | own           | -     | -       | -          | yes   | -
            POST /api/capacity/launches/{launchId}/field-reports                                      | -         | -             | own   | -       | -          | -     | -
            POST /api/capacity/field-reports/{reportId}/correct                                       | -         | -             | own   | -       | -          | -     | -
            POST /api/capacity/field-reports/{reportId}/withdraw                                      | -         | -             | own   | -       | -          | -     | -
            POST /api/capacity/import/{kind}                                                          | -         | rows          | -     | -       | -          | yes   | -
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
        PermissionTrial trial = new PermissionTrial(TABLE, examples().all(), client(), state(), SalesExamples.REGION);
        return calls().stream()
                .filter(ServiceCall::isWrite)
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> trial.of(call)));
    }
}
