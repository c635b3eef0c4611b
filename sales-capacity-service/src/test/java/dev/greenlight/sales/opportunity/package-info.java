/** Tests. */
@NullMarked
package dev.greenlight.sales.opportunity;

import org.jspecify.annotations.NullMarked;
