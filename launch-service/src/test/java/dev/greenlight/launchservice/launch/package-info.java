/** The rules of plans. */
@NullMarked
package dev.greenlight.launchservice.launch;

import org.jspecify.annotations.NullMarked;
