/** The pages that the front door has itself: home, signed out, errors. */
@NullMarked
package dev.greenlight.edge.home;

import org.jspecify.annotations.NullMarked;
