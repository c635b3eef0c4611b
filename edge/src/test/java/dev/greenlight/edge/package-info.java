/** The front door, tried from outside over HTTP. */
@NullMarked
package dev.greenlight.edge;

import org.jspecify.annotations.NullMarked;
