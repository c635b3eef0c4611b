/** What people read of launches, and how they write them: the board, one launch, its readiness and time line. */
@NullMarked
package dev.greenlight.launchservice.board;

import org.jspecify.annotations.NullMarked;
