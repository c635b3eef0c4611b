/** How values become columns of PostgreSQL: arrays for set-based statements, JSON for small lists. */
@NullMarked
package dev.greenlight.sales.rows;

import org.jspecify.annotations.NullMarked;
