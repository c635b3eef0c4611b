package dev.greenlight.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class PeopleTest {
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @Test
    void aPlainSecretIsHashed() {
        Person maya = person("maya", "demo");

        String kept = new People(List.of(maya), "edge", encoder).hashedSecret(maya);

        assertThat(kept).startsWith("{bcrypt}").doesNotContain("demo");
        assertThat(encoder.matches("demo", kept)).isTrue();
    }

    @Test
    void aHashedSecretIsKept() {
        Person maya = person("maya", "{bcrypt}$2a$10$abc");

        assertThat(new People(List.of(maya), "edge", encoder).hashedSecret(maya))
                .isEqualTo("{bcrypt}$2a$10$abc");
    }

    @Test
    void oneIdIsOnePerson() {
        List<Person> twins = List.of(person("maya", "demo"), person("maya", "demo"));

        assertThatThrownBy(() -> new People(twins, "edge", encoder)).hasMessageContaining("maya is the id of two");
    }

    @Test
    void nobodyIsTheFrontDoorItself() {
        List<Person> people = List.of(person("edge", "demo"));

        assertThatThrownBy(() -> new People(people, "edge", encoder)).hasMessageContaining("edge is the id of two");
    }

    private static Person person(String id, String secret) {
        return new Person(
                id, "Maya Lindqvist", "maya@greenlight.example", Set.of("marketing"), Set.of(), ZoneOffset.UTC, secret);
    }
}
