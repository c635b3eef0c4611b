/** Full-time equivalents, windows of days, and how well the worst day is covered. */
@NullMarked
package dev.greenlight.kit.staffing;

import org.jspecify.annotations.NullMarked;
