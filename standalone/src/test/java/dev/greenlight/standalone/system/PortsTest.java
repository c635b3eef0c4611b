package dev.greenlight.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theUsualOnesAreTakenUnlessOthersAreChosen() {
        Ports ports = Ports.chosenBy(Map.of("GREENLIGHT_EDGE_PORT", "9080", "GREENLIGHT_KAFKA_PORT", " "));

        assertThat(ports.of(Ports.Use.EDGE)).isEqualTo(9080);
        assertThat(ports.of(Ports.Use.KAFKA)).isEqualTo(9092);
    }

    @Test
    void whatIsNoPortIsRefusedWithTheNameOfItsVariable() {
        assertThatThrownBy(() -> Ports.chosenBy(Map.of("GREENLIGHT_EDGE_PORT", "eighty")))
                .hasMessage("GREENLIGHT_EDGE_PORT is a port number, not eighty");
        assertThatThrownBy(() -> Ports.chosenBy(Map.of("GREENLIGHT_EDGE_PORT", "70000")))
                .hasMessage("GREENLIGHT_EDGE_PORT is between 1 and 65535, not 70000");
    }
}
