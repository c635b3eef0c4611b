/** Tests of what the story says and how it is told; that it comes to its end is shown by the acceptance tests. */
@NullMarked
package dev.greenlight.standalone.demo;

import org.jspecify.annotations.NullMarked;
