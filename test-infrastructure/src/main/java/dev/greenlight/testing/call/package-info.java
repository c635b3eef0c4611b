/**
 * Tries all calls of a service, however many there are: by whom they may be made, what becomes of hostile requests, how many
 * statements they need. Which calls there are is read from the running service, so that a new one is tried too.
 */
@NullMarked
package dev.greenlight.testing.call;

import org.jspecify.annotations.NullMarked;
