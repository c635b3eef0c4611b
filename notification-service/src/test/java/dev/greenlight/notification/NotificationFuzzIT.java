package dev.greenlight.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.testing.call.Examples;
import dev.greenlight.testing.call.Fuzzer;
import dev.greenlight.testing.call.ServiceCall;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is sent to the notification service, it keeps its manners and its data. */
class NotificationFuzzIT extends QuietNotificationService {

    @Test
    void noMutatedRequestBreaksAPromise() throws SQLException {
        new Fuzzer(calls(), examples().all(), client(), state()).run();
    }

    @Test
    void everyExampleIsDoneAsItStands() {
        List<ServiceCall> calls = calls();
        Examples examples = examples().all();
        assertThat(examples.strangers(calls))
                .as("examples of calls that there are not")
                .isEmpty();
        for (ServiceCall call : calls) {
            if (examples.has(call)) {
                assertThat(client().send(examples.of(call)).isDone())
                        .as(call.name())
                        .isTrue();
            }
        }
    }
}
