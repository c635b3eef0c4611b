@NullMarked
package dev.greenlight.kit;

import org.jspecify.annotations.NullMarked;
