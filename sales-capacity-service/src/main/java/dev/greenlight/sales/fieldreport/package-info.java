/** What field reps heard from accounts about a launch. */
@NullMarked
package dev.greenlight.sales.fieldreport;

import org.jspecify.annotations.NullMarked;
