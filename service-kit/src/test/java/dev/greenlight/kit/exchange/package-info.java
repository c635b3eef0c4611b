/** Tests. */
@NullMarked
package dev.greenlight.kit.exchange;

import org.jspecify.annotations.NullMarked;
