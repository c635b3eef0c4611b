@NullMarked
package dev.greenlight.kit.signal;

import org.jspecify.annotations.NullMarked;
