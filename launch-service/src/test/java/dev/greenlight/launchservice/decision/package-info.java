/** The rules of going live. */
@NullMarked
package dev.greenlight.launchservice.decision;

import org.jspecify.annotations.NullMarked;
