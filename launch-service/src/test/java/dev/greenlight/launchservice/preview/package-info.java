/** What the author of an edit is shown. */
@NullMarked
package dev.greenlight.launchservice.preview;

import org.jspecify.annotations.NullMarked;
