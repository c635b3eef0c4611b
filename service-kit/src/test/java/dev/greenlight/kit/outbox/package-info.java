@NullMarked
package dev.greenlight.kit.outbox;

import org.jspecify.annotations.NullMarked;
