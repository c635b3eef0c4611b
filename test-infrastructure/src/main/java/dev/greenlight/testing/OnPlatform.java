package dev.greenlight.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test the shared {@link Platform}: an empty database of its own, the broker with topics and schemas deployed,
 * and an issuer whose tokens {@link TestTokens} makes.
 *
 * <p>It sets {@code spring.datasource.url/username/password}, {@code spring.kafka.bootstrap-servers},
 * {@code greenlight.registry.url}, {@code greenlight.issuer}, {@code greenlight.jwks-url}, and, as
 * {@code greenlight.consumer.group} and {@code spring.kafka.consumer.group-id}, a consumer group that nobody else is in: the
 * contexts of earlier test classes are still alive and would take the events away.
 *
 * <p>Database, group and application context belong to the class that carries the annotation. Subclasses of an annotated base
 * class share them; test classes that carry it themselves don't.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnPlatform {
    /** What the name of the database begins with. */
    String database() default "test";
}
