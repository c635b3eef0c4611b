/** Tests. */
@NullMarked
package dev.greenlight.sales.planchange;

import org.jspecify.annotations.NullMarked;
