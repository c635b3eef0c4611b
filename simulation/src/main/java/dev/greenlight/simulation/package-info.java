/**
 * Both services under virtual time. People act at once; messages are delayed, repeated, reordered across topics and replayed;
 * either side dies between any two steps and goes on from what was durable; clocks jump. After every step named invariants are
 * held against both databases and the topics. Everything follows from one seed.
 */
@NullMarked
package dev.greenlight.simulation;

import org.jspecify.annotations.NullMarked;
