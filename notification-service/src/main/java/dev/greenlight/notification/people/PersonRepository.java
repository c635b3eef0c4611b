package dev.greenlight.notification.people;

import dev.greenlight.kit.access.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who can be told. Every change gives the person a new revision, so that their inbox is worked out anew. */
@Repository
public class PersonRepository {
    private final JdbcClient jdbc;
    private volatile Known known = new Known(-1, new People(List.of()));

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who can be told now; read again only after somebody has changed. */
    public People everybody() {
        long version =
                jdbc.sql("SELECT version FROM people_version").query(Long.class).single();
        Known last = known;
        if (last.version() == version) {
            return last.people();
        }
        People people = new People(jdbc.sql("SELECT * FROM person WHERE active")
                .query(PersonRepository::person)
                .list());
        // The version was read first: should somebody change in between, it is read once more next time.
        known = new Known(version, people);
        return people;
    }

    /** Those after a position, by id. */
    List<Person> page(@Nullable String after, int limit) {
        return jdbc.sql("SELECT * FROM person WHERE active AND person_id > ? ORDER BY person_id LIMIT ?")
                .param(after == null ? "" : after)
                .param(limit)
                .query(PersonRepository::person)
                .list();
    }

    /**
     * Takes over what a token says; what only administrators say stays, where the token is silent.
     *
     * @return whether anything was new
     */
    @Transactional
    public boolean learn(Person person) {
        Optional<String> changed = jdbc.sql("""
                        INSERT INTO person AS kept (person_id, name, email, roles, regions, zone, known_since)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (person_id) DO UPDATE
                           SET name = excluded.name, email = coalesce(excluded.email, kept.email),
                               roles = excluded.roles, regions = excluded.regions,
                               zone = coalesce(excluded.zone, kept.zone), active = true,
                               revision = kept.revision + 1
                         WHERE (kept.name, kept.roles, kept.regions, kept.active)
                               IS DISTINCT FROM (excluded.name, excluded.roles, excluded.regions, true)
                            OR coalesce(excluded.email, kept.email) IS DISTINCT FROM kept.email
                            OR coalesce(excluded.zone, kept.zone) IS DISTINCT FROM kept.zone
                        RETURNING person_id
                        """)
                .param(person.id())
                .param(person.name())
                .param(person.email())
                .param(roles(person))
                .param(regions(person))
                .param(zone(person))
                .param(utc(person.knownSince()))
                .query(String.class)
                .optional();
        changed.ifPresent(id -> countChange());
        return changed.isPresent();
    }

    /**
     * Makes these the ones who can be told. Who is not among them is told nothing any more, until they sign in again.
     *
     * @return how many changed, came or went
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(Collection<Person> people) {
        int changed = 0;
        for (Person person : people) {
            changed += put(person);
        }
        changed += jdbc.sql("""
                        UPDATE person SET active = false, revision = revision + 1
                         WHERE active AND NOT person_id = ANY (?)
                        """)
                .param(people.stream().map(Person::id).toArray(String[]::new))
                .update();
        if (changed > 0) {
            countChange();
        }
        return changed;
    }

    private int put(Person person) {
        return jdbc.sql("""
                        INSERT INTO person AS kept (person_id, name, email, roles, regions, zone, delegate, known_since)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (person_id) DO UPDATE
                           SET name = excluded.name, email = excluded.email, roles = excluded.roles,
                               regions = excluded.regions, zone = excluded.zone, delegate = excluded.delegate,
                               active = true, revision = kept.revision + 1
                         WHERE (kept.name, kept.email, kept.roles, kept.regions, kept.zone, kept.delegate, kept.active)
                               IS DISTINCT FROM
                               (excluded.name, excluded.email, excluded.roles, excluded.regions, excluded.zone,
                                excluded.delegate, true)
                        """)
                .param(person.id())
                .param(person.name())
                .param(person.email())
                .param(roles(person))
                .param(regions(person))
                .param(zone(person))
                .param(person.delegate())
                .param(utc(person.knownSince()))
                .update();
    }

    private void countChange() {
        jdbc.sql("UPDATE people_version SET version = version + 1").update();
    }

    /** Some people whose inbox has yet to be worked out anew, each with the revision that this is for. */
    public Map<String, Long> toRefresh(int limit) {
        Map<String, Long> people = new LinkedHashMap<>();
        jdbc.sql("SELECT person_id, revision FROM person WHERE refreshed < revision ORDER BY person_id LIMIT ?")
                .param(limit)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(person -> people.put(person.getKey(), person.getValue()));
        return people;
    }

    /** Notes that the inboxes have been worked out for these revisions. */
    public void refreshed(Map<String, Long> people) {
        jdbc.sql("""
                        UPDATE person SET refreshed = greatest(refreshed, done.revision)
                          FROM unnest(?::text[], ?::bigint[]) AS done (person_id, revision)
                         WHERE person.person_id = done.person_id
                        """)
                .param(people.keySet().toArray(String[]::new))
                .param(people.values().toArray(Long[]::new))
                .update();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        String zone = row.getString("zone");
        return new Person(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("email"),
                texts(row.getArray("roles"))
                        .flatMap(role -> Role.ofClaim(role).stream())
                        .collect(Collectors.toSet()),
                texts(row.getArray("regions")).collect(Collectors.toSet()),
                zone == null ? null : ZoneId.of(zone),
                row.getString("delegate"),
                row.getObject("known_since", OffsetDateTime.class).toInstant());
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }

    private static String[] roles(Person person) {
        return person.roles().stream().map(Role::claim).sorted().toArray(String[]::new);
    }

    private static String[] regions(Person person) {
        return sorted(person.regions());
    }

    private static String[] sorted(Set<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    private static @Nullable String zone(Person person) {
        ZoneId zone = person.zone();
        return zone == null ? null : zone.getId();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Known(long version, People people) {}
}
