/** What is made of what sales says. */
@NullMarked
package dev.greenlight.launchservice.staff;

import org.jspecify.annotations.NullMarked;
