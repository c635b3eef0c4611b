/** Tests. */
@NullMarked
package dev.greenlight.sales.launch;

import org.jspecify.annotations.NullMarked;
