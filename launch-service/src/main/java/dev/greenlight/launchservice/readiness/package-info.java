/** The gate: what is asked of each market of a launch, judged from facts. */
@NullMarked
package dev.greenlight.launchservice.readiness;

import org.jspecify.annotations.NullMarked;
