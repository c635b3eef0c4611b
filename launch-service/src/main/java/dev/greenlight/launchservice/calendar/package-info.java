/** The go-live dates for people's calendars. */
@NullMarked
package dev.greenlight.launchservice.calendar;

import org.jspecify.annotations.NullMarked;
