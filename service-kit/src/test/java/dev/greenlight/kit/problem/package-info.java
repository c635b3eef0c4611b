@NullMarked
package dev.greenlight.kit.problem;

import org.jspecify.annotations.NullMarked;
