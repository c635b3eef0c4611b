/** What the events' wire format and the registry promise, tried on the real registry; {@code contracts} itself comes before it in the build. */
@NullMarked
package dev.greenlight.kit.contract;

import org.jspecify.annotations.NullMarked;
