/** Who can be told. */
@NullMarked
package dev.greenlight.notification.people;

import org.jspecify.annotations.NullMarked;
