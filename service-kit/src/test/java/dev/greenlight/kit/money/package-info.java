@NullMarked
package dev.greenlight.kit.money;

import org.jspecify.annotations.NullMarked;
