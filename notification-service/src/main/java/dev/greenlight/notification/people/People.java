package dev.greenlight.notification.people;

import dev.greenlight.kit.access.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everybody who can be told, findable by what they are. Immutable. */
public final class People {
    private final Map<String, Person> byId;
    private final Map<Role, Map<String, Set<String>>> idsByRoleAndRegion = new EnumMap<>(Role.class);
    private final Map<Role, Set<String>> idsByRole = new EnumMap<>(Role.class);

    /** Takes them in. */
    public People(Collection<Person> people) {
        byId = people.stream().collect(Collectors.toUnmodifiableMap(Person::id, Function.identity()));
        for (Person person : people) {
            for (Role role : person.roles()) {
                idsByRole.computeIfAbsent(role, key -> new TreeSet<>()).add(person.id());
                for (String region : person.regions()) {
                    idsByRoleAndRegion
                            .computeIfAbsent(role, key -> new TreeMap<>())
                            .computeIfAbsent(region, key -> new TreeSet<>())
                            .add(person.id());
                }
            }
        }
    }

    /** The person with the id. */
    public Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How to call whoever has the id; the id itself for a stranger. */
    public String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    /** Ids of all in the role, wherever they act. */
    public Set<String> all(Role role) {
        return Set.copyOf(idsByRole.getOrDefault(role, Set.of()));
    }

    /** Ids of those in the role who act in the region. */
    public Set<String> in(Role role, String region) {
        return Set.copyOf(idsByRoleAndRegion.getOrDefault(role, Map.of()).getOrDefault(region, Set.of()));
    }

    /** Everybody, by id. */
    public List<Person> list() {
        return byId.keySet().stream().sorted().map(byId::get).toList();
    }
}
