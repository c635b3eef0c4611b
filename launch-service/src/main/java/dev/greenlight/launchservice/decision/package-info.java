/** Going live: a request waits for sales' second key and is decided as a whole. */
@NullMarked
package dev.greenlight.launchservice.decision;

import org.jspecify.annotations.NullMarked;
