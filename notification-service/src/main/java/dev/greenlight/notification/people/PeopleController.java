package dev.greenlight.notification.people;

import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who can be told, for administrators. */
@RestController
@RequestMapping("/api/notifications/people")
class PeopleController {
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_REGIONS = 200;
    private static final int ID_LENGTH = 200;
    private static final int NAME_LENGTH = 500;
    private static final int EMAIL_LENGTH = 254;

    private final PersonRepository persons;
    private final Clock clock;

    PeopleController(PersonRepository persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    @GetMapping
    Page<PersonDocument> list(PageRequest part) {
        return part.page(persons.page(part.after(), part.limit() + 1), Person::id, PersonDocument::of);
    }

    /** The list is the whole list: who is not in it is told nothing any more. */
    @PutMapping
    @Transactional
    public Replaced replace(@RequestBody PeopleDocument document) {
        Faults faults = new Faults();
        List<PersonDocument> items = document.items();
        if (items == null || items.isEmpty()) {
            faults.add("/items", "names at least one person");
        } else if (items.size() > MOST_PEOPLE) {
            faults.add("/items", "names at most " + MOST_PEOPLE + " people");
        }
        faults.throwIfAny();
        List<Person> people = read(items == null ? List.of() : items, faults);
        faults.throwIfAny();
        return new Replaced(people.size(), persons.replace(people));
    }

    private List<Person> read(List<PersonDocument> items, Faults faults) {
        List<Person> people = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Instant now = clock.instant();
        for (int index = 0; index < items.size(); index++) {
            String at = "/items/" + index;
            PersonDocument item = items.get(index);
            if (item == null) {
                faults.add(at, "is a person");
                continue;
            }
            String id = faults.text(at + "/id", item.id(), ID_LENGTH);
            String name = faults.text(at + "/name", item.name(), NAME_LENGTH);
            String email = faults.optionalText(at + "/email", item.email(), EMAIL_LENGTH);
            if (email != null && email.indexOf('@') < 1) {
                faults.add(at + "/email", "is an address such as maya@example.com");
            }
            if (id != null && !ids.add(id)) {
                faults.add(at + "/id", "is there twice");
            }
            Set<Role> roles = roles(at + "/roles", item.roles(), faults);
            Set<String> regions = regions(at + "/regions", item.regions(), faults);
            ZoneId zone = faults.readOptional(at + "/zone", item.zone(), ZoneId::of);
            String delegate = faults.optionalText(at + "/delegate", item.delegate(), ID_LENGTH);
            if (id != null && name != null) {
                people.add(new Person(id, name, email, roles, regions, zone, delegate, now));
            }
        }
        return people;
    }

    private static Set<Role> roles(String at, @Nullable List<@Nullable String> words, Faults faults) {
        Set<Role> roles = new HashSet<>();
        List<@Nullable String> given = words == null ? List.of() : words;
        for (int index = 0; index < given.size(); index++) {
            String word = given.get(index);
            Role role = word == null ? null : Role.ofClaim(word).orElse(null);
            if (role == null) {
                faults.add(at + "/" + index, "is one of marketing, sales-manager, field, product, leadership, admin");
            } else {
                roles.add(role);
            }
        }
        return roles;
    }

    private static Set<String> regions(String at, @Nullable List<@Nullable String> names, Faults faults) {
        Set<String> regions = new HashSet<>();
        List<@Nullable String> given = names == null ? List.of() : names;
        if (given.size() > MOST_REGIONS) {
            faults.add(at, "names at most " + MOST_REGIONS + " regions");
        }
        for (int index = 0; index < given.size(); index++) {
            String region = faults.text(at + "/" + index, given.get(index), NAME_LENGTH);
            if (region != null) {
                regions.add(region);
            }
        }
        return regions;
    }

    /** The list as it is sent. */
    public record PeopleDocument(@Nullable List<@Nullable PersonDocument> items) {}

    /** How many there are now, and how many of them changed, came or went. */
    public record Replaced(int people, int changed) {}

    /** A person as sent and read. */
    public record PersonDocument(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable List<@Nullable String> roles,
            @Nullable List<@Nullable String> regions,
            @Nullable String zone,
            @Nullable String delegate) {

        static PersonDocument of(Person person) {
            ZoneId zone = person.zone();
            return new PersonDocument(
                    person.id(),
                    person.name(),
                    person.email(),
                    List.copyOf(
                            person.roles().stream().map(Role::claim).sorted().toList()),
                    List.copyOf(person.regions().stream().sorted().toList()),
                    zone == null ? null : zone.getId(),
                    person.delegate());
        }
    }
}
