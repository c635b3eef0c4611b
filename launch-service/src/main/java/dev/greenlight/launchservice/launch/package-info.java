/** A launch: its plan, its revisions and where it is in its life. */
@NullMarked
package dev.greenlight.launchservice.launch;

import org.jspecify.annotations.NullMarked;
