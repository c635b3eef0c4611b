/** What an edit of a plan would do to what was promised and heard. */
@NullMarked
package dev.greenlight.launchservice.preview;

import org.jspecify.annotations.NullMarked;
