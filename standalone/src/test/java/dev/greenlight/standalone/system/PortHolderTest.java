package dev.greenlight.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortHolderTest {
    @Test
    void nobodyIsComplainedOfWhenAllPortsAreFree() {
        assertThat(PortHolder.complaints(Ports.free())).isEmpty();
    }

    @Test
    void aSentenceNamesThePortItsUseAndWhoHoldsIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> chosen = new HashMap<>();
            Ports free = Ports.free();
            for (Ports.Use use : Ports.Use.values()) {
                chosen.put(use.variable(), Integer.toString(free.of(use)));
            }
            chosen.put("GREENLIGHT_EDGE_PORT", Integer.toString(taken.getLocalPort()));

            assertThat(PortHolder.complaints(Ports.chosenBy(chosen)))
                    .singleElement()
                    .asString()
                    .startsWith("Port " + taken.getLocalPort() + ", which edge needs, is held by process "
                            + ProcessHandle.current().pid() + " (")
                    .endsWith("or choose another port with GREENLIGHT_EDGE_PORT.");
        }
    }

    @Test
    void whoMayNotBeLookedIntoIsNotNamed() {
        assertThat(PortHolder.describe(Optional.empty())).isEqualTo("a process that this user may not look into");
    }
}
