/** The embedded identity provider's parts, each by itself. */
@NullMarked
package dev.greenlight.edge.identity;

import org.jspecify.annotations.NullMarked;
