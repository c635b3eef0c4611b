/** Tests. */
@NullMarked
package dev.greenlight.sales.crm;

import org.jspecify.annotations.NullMarked;
