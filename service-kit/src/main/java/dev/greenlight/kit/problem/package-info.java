/** Refusals as values, and how they are told over HTTP (RFC 9457). */
@NullMarked
package dev.greenlight.kit.problem;

import org.jspecify.annotations.NullMarked;
