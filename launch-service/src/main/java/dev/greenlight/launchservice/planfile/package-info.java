/** Launches as files, given out and taken back. */
@NullMarked
package dev.greenlight.launchservice.planfile;

import org.jspecify.annotations.NullMarked;
