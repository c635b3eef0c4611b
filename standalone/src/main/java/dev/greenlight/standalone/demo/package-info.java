/** The story that shows what Greenlight does, told through its public HTTP interface. */
@NullMarked
package dev.greenlight.standalone.demo;

import org.jspecify.annotations.NullMarked;
