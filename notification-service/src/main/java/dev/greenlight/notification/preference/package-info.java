/** How a person wants to be told, and what they muted. */
@NullMarked
package dev.greenlight.notification.preference;

import org.jspecify.annotations.NullMarked;
