package dev.greenlight.launchservice.preview;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository;
import dev.greenlight.launchservice.launch.Launches;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.launch.Revision;
import dev.greenlight.launchservice.staff.SalesSnapshotRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Shows the author of an edit what it would do, from what is known here; changes nothing. */
@Service
class Previews {
    private final Launches launches;
    private final SalesSnapshotRepository staff;
    private final FieldReportRepository reports;

    Previews(Launches launches, SalesSnapshotRepository staff, FieldReportRepository reports) {
        this.launches = launches;
        this.staff = staff;
        this.reports = reports;
    }

    /**
     * The effects of an edit; however large the plan, with a fixed number of queries.
     *
     * @throws dev.greenlight.kit.problem.RejectedException whenever the edit itself would be refused
     */
    List<Effect> of(UUID launchId, PlanDocument edit, IfMatch seen, Caller author) {
        Revision revision = launches.preview(launchId, edit, seen, author);
        List<MarketKey> markets = revision.before().marketKeys();
        return RevisionEffects.of(revision, staff.find(markets), reports.heard(markets));
    }
}
