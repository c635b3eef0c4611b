/** Events written with the change that they tell of, and relayed to Kafka in order. */
@NullMarked
package dev.greenlight.kit.outbox;

import org.jspecify.annotations.NullMarked;
