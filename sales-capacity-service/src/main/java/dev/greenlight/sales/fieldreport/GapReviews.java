package dev.greenlight.sales.fieldreport;

import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.kit.snapshot.Latest;
import dev.greenlight.kit.snapshot.SnapshotHandler;
import dev.greenlight.sales.opportunity.NameKey;
import dev.greenlight.sales.rows.Columns;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What product has decided on the gaps, so that reporters see what became of theirs. */
@Component
public class GapReviews implements SnapshotHandler<FeatureGapReviewed> {
    private final JdbcClient jdbc;

    GapReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(List<FeatureGapReviewed> snapshots) {
        Collection<FeatureGapReviewed> latest =
                Latest.perSubject(snapshots, FeatureGapReviewed::getGapId, FeatureGapReviewed::getRevision);
        jdbc.sql("""
                        INSERT INTO gap (gap_id, launch_id, feature_key, revision, status, reason, target_date, merged_into)
                        SELECT * FROM unnest(:ids::uuid[], :launches::uuid[], :features::text[], :revisions::bigint[],
                            :statuses::text[], :reasons::text[], :targetDates::date[], :mergedIntos::uuid[])
                            AS heard (gap_id, launch_id, feature_key, revision, status, reason, target_date, merged_into)
                        ORDER BY gap_id
                        ON CONFLICT (gap_id) DO UPDATE SET feature_key = excluded.feature_key, revision = excluded.revision,
                            status = excluded.status, reason = excluded.reason, target_date = excluded.target_date,
                            merged_into = excluded.merged_into
                        WHERE excluded.revision > gap.revision
                        """)
                .param("ids", Columns.of(latest, FeatureGapReviewed::getGapId))
                .param("launches", Columns.of(latest, FeatureGapReviewed::getLaunchId))
                .param("features", Columns.of(latest, event -> NameKey.of(event.getFeature())))
                .param("revisions", Columns.of(latest, FeatureGapReviewed::getRevision))
                .param("statuses", Columns.of(latest, FeatureGapReviewed::getStatus))
                .param("reasons", Columns.of(latest, FeatureGapReviewed::getReason))
                .param("targetDates", Columns.of(latest, FeatureGapReviewed::getTargetDate))
                .param("mergedIntos", Columns.of(latest, FeatureGapReviewed::getMergedInto))
                .update();
    }

    /** What became of the gaps of these launches; of a merged one, what became of the gap in which it counts. */
    List<GapOutcome> ofLaunches(Collection<UUID> launchIds) {
        return GapOutcome.followed(jdbc.sql("""
                        SELECT gap_id AS id, launch_id, feature_key, status, reason, target_date, merged_into FROM gap
                        WHERE launch_id = ANY (:launches::uuid[])
                        """)
                .param("launches", Columns.of(launchIds, id -> id))
                .query(GapOutcome.class)
                .list());
    }
}
