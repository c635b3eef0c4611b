/** What sales promises to a launch: commit, decline, withdraw, and what a new plan does to a promise. */
@NullMarked
package dev.greenlight.sales.commitment;

import org.jspecify.annotations.NullMarked;
