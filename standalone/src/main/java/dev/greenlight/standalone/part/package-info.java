/** The parts that the embedded default is made of, each a process of its own that is started, watched and stopped. */
@NullMarked
package dev.greenlight.standalone.part;

import org.jspecify.annotations.NullMarked;
