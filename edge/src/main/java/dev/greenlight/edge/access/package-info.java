/** Who may pass the door, as a browser with a session or as a script with a token. */
@NullMarked
package dev.greenlight.edge.access;

import org.jspecify.annotations.NullMarked;
