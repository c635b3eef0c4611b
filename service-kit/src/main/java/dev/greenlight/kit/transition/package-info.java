/** State machines as tables: what may follow on what. */
@NullMarked
package dev.greenlight.kit.transition;

import org.jspecify.annotations.NullMarked;
