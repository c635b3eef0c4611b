/** The service in which sales answers to launches. */
@NullMarked
package dev.greenlight.sales;

import org.jspecify.annotations.NullMarked;
