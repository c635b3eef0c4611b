package dev.greenlight.sales.fieldreport;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import java.util.UUID;

/** Field reps' calls, without HTTP. */
public final class ReportCalls {
    private final ReportDesk desk;

    ReportCalls(ReportDesk desk) {
        this.desk = desk;
    }

    /** Files a report. */
    public FieldReport file(Caller caller, UUID launchId, Hearing hearing) {
        return desk.file(caller, launchId, hearing);
    }

    /** Corrects one. */
    public FieldReport correct(Caller caller, UUID reportId, Hearing hearing) {
        return desk.correct(caller, reportId, new IfMatch(null), hearing);
    }

    /** Takes one back. */
    public FieldReport withdraw(Caller caller, UUID reportId, String reason) {
        return desk.withdraw(caller, reportId, new IfMatch(null), reason);
    }
}
