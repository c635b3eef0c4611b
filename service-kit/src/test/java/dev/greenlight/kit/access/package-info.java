@NullMarked
package dev.greenlight.kit.access;

import org.jspecify.annotations.NullMarked;
