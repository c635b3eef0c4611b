/** Sales managers' teams: reps, their availability, who answers for whom. */
@NullMarked
package dev.greenlight.sales.team;

import org.jspecify.annotations.NullMarked;
