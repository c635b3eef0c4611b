/** Waivers: leadership's exceptions, in the open, with a name, a reason and an end. */
@NullMarked
package dev.greenlight.launchservice.waiver;

import org.jspecify.annotations.NullMarked;
