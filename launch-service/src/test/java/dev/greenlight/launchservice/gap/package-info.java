/** The rules of gaps. */
@NullMarked
package dev.greenlight.launchservice.gap;

import org.jspecify.annotations.NullMarked;
