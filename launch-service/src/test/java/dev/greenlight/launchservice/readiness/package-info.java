/** The rules of the gate. */
@NullMarked
package dev.greenlight.launchservice.readiness;

import org.jspecify.annotations.NullMarked;
