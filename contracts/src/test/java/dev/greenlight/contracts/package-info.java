@NullMarked
package dev.greenlight.contracts;

import org.jspecify.annotations.NullMarked;
