/** Wires what every service needs once. */
@NullMarked
package dev.greenlight.kit;

import org.jspecify.annotations.NullMarked;
