/** The rules of waiving. */
@NullMarked
package dev.greenlight.launchservice.waiver;

import org.jspecify.annotations.NullMarked;
