/** Tests. */
@NullMarked
package dev.greenlight.sales.commitment;

import org.jspecify.annotations.NullMarked;
