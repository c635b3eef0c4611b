/** What sales has committed to each market, as heard from sales. */
@NullMarked
package dev.greenlight.launchservice.staff;

import org.jspecify.annotations.NullMarked;
