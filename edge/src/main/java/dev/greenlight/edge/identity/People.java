package dev.greenlight.edge.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who can sign in, by id; secrets are hashed. Immutable. */
final class People {
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, String> hashes = new HashMap<>();

    /**
     * Hashes the secrets that are plain.
     *
     * @throws IllegalArgumentException for an id that is there twice or is the front door's own
     */
    People(List<Person> people, String reservedId, PasswordEncoder encoder) {
        Map<String, String> hashOf = new HashMap<>();
        for (Person person : people) {
            if (person.id().equals(reservedId) || byId.put(person.id(), person) != null) {
                throw new IllegalArgumentException(person.id() + " is the id of two, in the people file");
            }
            boolean hashed = person.secret().startsWith("{");
            // Hashing is slow by design; people of the embedded default share one secret.
            hashes.put(
                    person.id(), hashed ? person.secret() : hashOf.computeIfAbsent(person.secret(), encoder::encode));
        }
    }

    Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Person> all() {
        return List.copyOf(byId.values());
    }

    String hashedSecret(Person person) {
        return String.valueOf(hashes.get(person.id()));
    }
}
