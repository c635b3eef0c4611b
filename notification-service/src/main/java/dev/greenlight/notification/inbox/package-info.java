/** One's own inbox: one thread for each person and matter, updated in place. */
@NullMarked
package dev.greenlight.notification.inbox;

import org.jspecify.annotations.NullMarked;
