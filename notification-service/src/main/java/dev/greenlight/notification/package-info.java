/** The service that tells each person what asks for their action. */
@NullMarked
package dev.greenlight.notification;

import org.jspecify.annotations.NullMarked;
