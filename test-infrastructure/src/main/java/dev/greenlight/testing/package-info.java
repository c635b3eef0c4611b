/** What integration tests stand on: the real broker, registry and database, and tokens of the people of the example. */
@NullMarked
package dev.greenlight.testing;

import org.jspecify.annotations.NullMarked;
