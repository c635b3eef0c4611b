/** Who is told, as a table. */
@NullMarked
package dev.greenlight.notification.recipient;

import org.jspecify.annotations.NullMarked;
