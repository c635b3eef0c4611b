/** Field reports, as heard from sales. */
@NullMarked
package dev.greenlight.launchservice.fieldreport;

import org.jspecify.annotations.NullMarked;
