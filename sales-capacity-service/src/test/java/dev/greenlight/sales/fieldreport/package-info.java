/** Tests. */
@NullMarked
package dev.greenlight.sales.fieldreport;

import org.jspecify.annotations.NullMarked;
