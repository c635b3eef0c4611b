/** Amounts of money in minor units. */
@NullMarked
package dev.greenlight.kit.money;

import org.jspecify.annotations.NullMarked;
