package dev.greenlight.edge.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do, in place of a stack trace. */
final class UnsafeAddressAnalyzer extends AbstractFailureAnalyzer<UnsafeAddressException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeAddressException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set SERVER_ADDRESS to 127.0.0.1, or leave the profile identity-provider out and name your own issuer with"
                        + " GREENLIGHT_ISSUER.",
                cause);
    }
}
