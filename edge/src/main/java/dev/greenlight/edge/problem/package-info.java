/** RFC 9457 problem details, as the services write them. */
@NullMarked
package dev.greenlight.edge.problem;

import org.jspecify.annotations.NullMarked;
