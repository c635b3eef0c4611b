package dev.greenlight.sales.launch;

import org.jspecify.annotations.Nullable;

/**
 * Who and what set something off; events carry it on.
 *
 * @param actor user id
 * @param traceparent W3C trace context, where there is one
 */
public record Cause(String actor, @Nullable String traceparent) {}
