/** Tests. */
@NullMarked
package dev.greenlight.sales;

import org.jspecify.annotations.NullMarked;
