@NullMarked
package dev.greenlight.kit.staffing;

import org.jspecify.annotations.NullMarked;
