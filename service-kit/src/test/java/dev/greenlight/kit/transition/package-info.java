@NullMarked
package dev.greenlight.kit.transition;

import org.jspecify.annotations.NullMarked;
