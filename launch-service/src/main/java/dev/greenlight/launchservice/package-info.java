/** The launch service: plans, the gate, gaps and the decision to go live. */
@NullMarked
package dev.greenlight.launchservice;

import org.jspecify.annotations.NullMarked;
