package dev.greenlight.edge.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackOnlyTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
    void loopbackAddressesWillDo(String address) {
        assertThatCode(() -> LoopbackOnly.check(InetAddress.getByName(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "192.0.2.1"})
    void whatOthersCanReachIsRefusedWithASentence(String address) {
        assertThatThrownBy(() -> LoopbackOnly.check(InetAddress.getByName(address)))
                .isInstanceOf(UnsafeAddressException.class)
                .hasMessageContaining("it serves the loopback address only");
    }

    @Test
    void noAddressMeansEveryAddress() {
        assertThatThrownBy(() -> LoopbackOnly.check(null)).hasMessageContaining("every address");
    }
}
