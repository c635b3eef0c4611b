@NullMarked
package dev.greenlight.simulation;

import org.jspecify.annotations.NullMarked;
