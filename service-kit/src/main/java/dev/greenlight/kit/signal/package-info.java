/** Wake-ups between the instances of one service. */
@NullMarked
package dev.greenlight.kit.signal;

import org.jspecify.annotations.NullMarked;
