package dev.greenlight.notification.preference;

import dev.greenlight.notification.recipient.NoticeKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Each person's preferences; mutes also as rows, as lists of notifications are read by them. */
@Repository
class PreferenceRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PreferenceRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Preferences> find(String person) {
        return jdbc.sql("SELECT document FROM preference WHERE person_id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .map(document -> Preferences.read(json.readValue(document, PreferenceDocument.class)));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String person, Preferences preferences, Instant now) {
        jdbc.sql("""
                        INSERT INTO preference (person_id, document, changed) VALUES (?, ?::jsonb, ?)
                            ON CONFLICT (person_id) DO UPDATE
                           SET document = excluded.document, changed = excluded.changed
                        """)
                .params(
                        person,
                        json.writeValueAsString(preferences.document()),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM mute WHERE person_id = ?").param(person).update();
        jdbc.sql("INSERT INTO mute (person_id, launch_id) SELECT ?, unnest(?::uuid[])")
                .param(person)
                .param(preferences.mutedLaunches().stream().map(UUID::toString).toArray(String[]::new))
                .update();
        jdbc.sql("INSERT INTO mute (person_id, kind) SELECT ?, unnest(?::text[])")
                .param(person)
                .param(preferences.mutedKinds().stream().map(NoticeKind::word).toArray(String[]::new))
                .update();
    }
}
