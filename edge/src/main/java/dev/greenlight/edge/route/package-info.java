/** Which path leads to which service, and what happens when that service is away. */
@NullMarked
package dev.greenlight.edge.route;

import org.jspecify.annotations.NullMarked;
