package dev.greenlight.edge.identity;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The embedded people and their secret are public, so they must not be reachable from another machine. */
final class LoopbackOnly {
    private LoopbackOnly() {}

    /**
     * Checks the address that the front door is about to listen on; null stands for all of them.
     *
     * @throws UnsafeAddressException for any other than a loopback address
     */
    static void check(@Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new UnsafeAddressException(address == null ? "every address" : address.getHostAddress());
        }
    }
}
