/** Who is told what: functions of what is known about a launch and of the people. Plain Java. */
@NullMarked
package dev.greenlight.notification.recipient;

import org.jspecify.annotations.NullMarked;
