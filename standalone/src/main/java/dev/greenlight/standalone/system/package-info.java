/** The whole system on one machine: what it consists of, its order, its data directory, and what watches over it. */
@NullMarked
package dev.greenlight.standalone.system;

import org.jspecify.annotations.NullMarked;
