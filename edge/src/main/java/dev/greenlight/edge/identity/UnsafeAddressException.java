package dev.greenlight.edge.identity;

/** The embedded identity provider was about to be reachable from other machines. */
final class UnsafeAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeAddressException(String address) {
        super("The embedded identity provider, whose people and secret are public, would listen on " + address
                + "; it serves the loopback address only.");
    }
}
