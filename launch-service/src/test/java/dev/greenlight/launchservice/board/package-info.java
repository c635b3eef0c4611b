/** What the board shows. */
@NullMarked
package dev.greenlight.launchservice.board;

import org.jspecify.annotations.NullMarked;
