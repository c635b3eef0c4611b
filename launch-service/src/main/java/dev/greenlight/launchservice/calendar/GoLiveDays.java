package dev.greenlight.launchservice.calendar;

import dev.greenlight.launchservice.launch.LaunchStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the go-live days of every market that a launch has or had since it was published. */
@Repository
class GoLiveDays {
    private final JdbcClient jdbc;

    GoLiveDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The days from one on, in their order.
     *
     * @param viewer sees own drafts beside everything that is published
     * @param region only this region; null for all
     * @param statuses only launches that have one of these; empty for all
     */
    List<GoLiveDay> find(
            String viewer, @Nullable String region, List<LaunchStatus> statuses, LocalDate from, int limit) {
        return jdbc.sql("""
                        WITH last_named AS (
                            SELECT DISTINCT ON (r.launch_id, m.region) r.launch_id, m.region, m.go_live_date::date AS go_live_date
                              FROM launch l
                              JOIN launch_revision r ON r.launch_id = l.id
                             CROSS JOIN LATERAL ROWS FROM (
                                       jsonb_array_elements_text(r.regions), jsonb_array_elements_text(r.go_live_dates))
                                    AS m (region, go_live_date)
                             WHERE (l.status <> 'DRAFT' OR l.owner = :viewer)
                               AND (r.status <> 'DRAFT' OR l.status = 'DRAFT')
                               AND (cardinality(:statuses::text[]) = 0 OR l.status = ANY(:statuses::text[]))
                               AND (:region::text IS NULL OR m.region = :region::text)
                             ORDER BY r.launch_id, m.region, r.revision DESC)
                        SELECT l.id, l.revision, l.name, l.product, l.status, d.region, d.go_live_date, now.at,
                               d.region = ANY(l.regions) AS planned,
                               jsonb_path_exists(l.document, '$.markets[*] ? (@.region == $region && @.live == true)',
                                                 jsonb_build_object('region', d.region)) AS live
                          FROM last_named d
                          JOIN launch l ON l.id = d.launch_id
                          JOIN launch_revision now ON now.launch_id = l.id AND now.revision = l.revision
                         WHERE d.go_live_date >= :from
                         ORDER BY d.go_live_date, l.id, d.region
                         LIMIT :limit
                        """)
                .param("viewer", viewer)
                .param("region", region)
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .param("from", from)
                .param("limit", limit)
                .query((row, index) -> day(row))
                .list();
    }

    private static GoLiveDay day(ResultSet row) throws SQLException {
        return new GoLiveDay(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                row.getString("name"),
                row.getString("product"),
                LaunchStatus.valueOf(row.getString("status")),
                row.getString("region"),
                row.getObject("go_live_date", LocalDate.class),
                row.getBoolean("planned"),
                row.getBoolean("live"),
                row.getTimestamp("at").toInstant());
    }
}
