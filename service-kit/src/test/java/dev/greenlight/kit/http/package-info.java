@NullMarked
package dev.greenlight.kit.http;

import org.jspecify.annotations.NullMarked;
