/** The W3C trace context that goes from a call into the events that it causes. */
@NullMarked
package dev.greenlight.kit.trace;

import org.jspecify.annotations.NullMarked;
