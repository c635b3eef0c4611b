/** Who is calling and what they may do. */
@NullMarked
package dev.greenlight.kit.access;

import org.jspecify.annotations.NullMarked;
