/** The inbox over HTTP, fed by real events. */
@NullMarked
package dev.greenlight.notification.inbox;

import org.jspecify.annotations.NullMarked;
