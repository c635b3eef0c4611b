/** The launch service as a whole, and its lines. */
@NullMarked
package dev.greenlight.launchservice;

import org.jspecify.annotations.NullMarked;
