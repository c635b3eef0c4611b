/** The notification service as a whole. */
@NullMarked
package dev.greenlight.notification;

import org.jspecify.annotations.NullMarked;
