@NullMarked
package dev.greenlight.kit.snapshot;

import org.jspecify.annotations.NullMarked;
