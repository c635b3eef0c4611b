/** What a person types: {@code ./greenlight up}, {@code down}, {@code status} and the rest. */
@NullMarked
package dev.greenlight.standalone.cli;

import org.jspecify.annotations.NullMarked;
