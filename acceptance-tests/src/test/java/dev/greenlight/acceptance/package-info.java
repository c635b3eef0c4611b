/** What the whole system promises, tried from outside: the packaged services, real Kafka, registry and PostgreSQL. */
@NullMarked
package dev.greenlight.acceptance;

import org.jspecify.annotations.NullMarked;
