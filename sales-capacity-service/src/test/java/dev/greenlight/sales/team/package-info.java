/** Tests. */
@NullMarked
package dev.greenlight.sales.team;

import org.jspecify.annotations.NullMarked;
