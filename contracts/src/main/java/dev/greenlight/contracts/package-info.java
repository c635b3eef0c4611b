/** What the services agree on: topics, the schemas of the events on them, and how both are deployed. */
@NullMarked
package dev.greenlight.contracts;

import org.jspecify.annotations.NullMarked;
