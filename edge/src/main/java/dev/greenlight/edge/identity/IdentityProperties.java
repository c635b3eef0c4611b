package dev.greenlight.edge.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded identity provider's settings.
 *
 * @param keyFile where the signing key is kept; made at the first start
 * @param browserTokenLifetime of an access token that a session holds; renewed without the person
 * @param scriptTokenLifetime of an access token got with client_credentials
 * @param refreshTokenLifetime how long a session can be renewed
 */
@ConfigurationProperties("greenlight.identity")
record IdentityProperties(
        @DefaultValue("data/identity/signing-key.json") Path keyFile,
        @DefaultValue("PT10M") Duration browserTokenLifetime,
        @DefaultValue("PT1H") Duration scriptTokenLifetime,
        @DefaultValue("PT12H") Duration refreshTokenLifetime,
        @DefaultValue List<Entry> people) {

    /** A person as the file has it. */
    record Entry(
            String id,
            String name,
            String email,
            @DefaultValue Set<String> roles,
            @Nullable Set<String> regions,
            @DefaultValue("Etc/UTC") ZoneId zone,
            String secret) {

        Person person() {
            return new Person(id, name, email, roles, regions == null ? Set.of() : regions, zone, secret);
        }
    }
}
