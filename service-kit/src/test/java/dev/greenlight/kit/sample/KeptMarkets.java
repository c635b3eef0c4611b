package dev.greenlight.kit.sample;

import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.snapshot.Latest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class KeptMarkets {
    private final JdbcClient jdbc;

    KeptMarkets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(List<SalesResourced> snapshots) {
        for (SalesResourced latest : Latest.perSubject(
                snapshots,
                snapshot -> new Subject(snapshot.getLaunchId(), snapshot.getRegion()),
                SalesResourced::getRevision)) {
            jdbc.sql("""
                            INSERT INTO kept_market (launch_id, region, revision, plan_revision) VALUES (?, ?, ?, ?)
                            ON CONFLICT (launch_id, region) DO UPDATE
                               SET revision = excluded.revision, plan_revision = excluded.plan_revision,
                                   applied = kept_market.applied + 1
                             WHERE excluded.revision > kept_market.revision
                            """)
                    .params(latest.getLaunchId(), latest.getRegion(), latest.getRevision(), latest.getPlanRevision())
                    .update();
        }
    }

    /** The kept revision of the launch's only market. */
    public Optional<Long> revision(UUID launchId) {
        return jdbc.sql("SELECT revision FROM kept_market WHERE launch_id = ?")
                .param(launchId)
                .query(Long.class)
                .optional();
    }

    /** How often a snapshot of the launch has had an effect. */
    public long applied(UUID launchId) {
        return jdbc.sql("SELECT coalesce(sum(applied), 0) FROM kept_market WHERE launch_id = ?")
                .param(launchId)
                .query(Long.class)
                .single();
    }

    private record Subject(UUID launchId, String region) {}
}
