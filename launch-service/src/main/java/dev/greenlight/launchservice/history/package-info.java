/** What happened to a launch, on one time line. */
@NullMarked
package dev.greenlight.launchservice.history;

import org.jspecify.annotations.NullMarked;
