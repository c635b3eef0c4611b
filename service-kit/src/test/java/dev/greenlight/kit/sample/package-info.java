/** The smallest service that uses all of the kit, for its integration tests. */
@NullMarked
package dev.greenlight.kit.sample;

import org.jspecify.annotations.NullMarked;
