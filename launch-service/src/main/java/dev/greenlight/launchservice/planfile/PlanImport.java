package dev.greenlight.launchservice.planfile;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.FileFormat;
import dev.greenlight.kit.exchange.ImportFile;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ImportReport.Outcome;
import dev.greenlight.kit.exchange.ImportReport.RowStatus;
import dev.greenlight.kit.exchange.RowByRow;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.Launches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes launches back from a file, each by the code of the single call: a new one is planned under the id that the file names, one
 * that is different is revised when it is the caller's own and the file saw its last revision, and what is the same stays.
 */
@Component
class PlanImport {
    /** Of the advisory lock between imports; any number that nobody else uses. */
    private static final long IMPORT_LOCK = 4_201_081_001L;

    private final Launches launches;
    private final LaunchRepository repository;
    private final RowByRow rowByRow;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanImport(Launches launches, LaunchRepository repository, RowByRow rowByRow, JdbcClient jdbc, JsonMapper json) {
        this.launches = launches;
        this.repository = repository;
        this.rowByRow = rowByRow;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A launch of a file, or why it can't be read.
     *
     * @param row its first row
     */
    record Read(int row, @Nullable FiledPlan plan, @Nullable String refusal) {
        String order() {
            return plan == null || plan.id() == null ? "" : plan.id().toString();
        }
    }

    /**
     * Reads a file.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when something is wrong with the file as a whole
     */
    List<Read> read(ImportFile file) {
        List<Read> read = new ArrayList<>();
        if (file.format() == FileFormat.JSON) {
            List<JsonNode> items = file.items();
            for (int i = 0; i < items.size(); i++) {
                read.add(item(i + 1, items.get(i)));
            }
        } else {
            PlanTable.groups(file.rows(PlanTable.REQUIRED)).forEach(group -> read.add(group(group)));
        }
        return refuseDoubles(read);
    }

    /** Takes every launch that is right; in the order of their ids, in which all lock them. */
    ImportReport take(Caller caller, List<Read> plans) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(IMPORT_LOCK).query().singleRow();
        return ImportReport.of(plans.stream()
                .sorted(Comparator.comparing(Read::order))
                .map(read -> outcome(caller, read))
                .sorted(Comparator.comparingInt(Outcome::row))
                .toList());
    }

    private Outcome outcome(Caller caller, Read read) {
        FiledPlan plan = read.plan();
        return plan == null
                ? new Outcome(read.row(), RowStatus.REFUSED, read.refusal())
                : rowByRow.apply(read.row(), () -> take(caller, plan));
    }

    private RowStatus take(Caller caller, FiledPlan plan) {
        UUID id = plan.id();
        Optional<Launch> known = id == null ? Optional.empty() : repository.find(id);
        if (known.isEmpty()) {
            plan.checkNewStatus();
            launches.plan(id, plan.firstRevision(), plan.asNewPlan(), caller);
            return RowStatus.CREATED;
        }
        Launch launch = known.get();
        boolean own = launch.owner().equals(caller.id());
        if (launch.status() == LaunchStatus.DRAFT && !own) {
            throw new IllegalArgumentException("This id is taken; leave it empty to plan a new launch");
        }
        plan.checkStatus(launch);
        if (launches.isSaidBy(launch, plan.asNextPlan())) {
            return RowStatus.UNCHANGED;
        }
        if (!own) {
            throw new IllegalArgumentException(
                    "The launch is " + launch.owner() + "'s; an import revises one's own launches only");
        }
        if (plan.revision() == null) {
            throw new IllegalArgumentException("revision is empty; say which one you saw, as an export does");
        }
        launches.revise(launch.id(), plan.asNextPlan(), new IfMatch(plan.revision()), caller);
        return RowStatus.UPDATED;
    }

    private Read item(int number, JsonNode item) {
        try {
            return new Read(number, json.treeToValue(item, FiledPlan.class), null);
        } catch (JacksonException e) {
            StringBuilder where = new StringBuilder();
            e.getPath()
                    .forEach(step -> where.append('/')
                            .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
            return new Read(number, null, where + " is not known here, or of the wrong type");
        }
    }

    private static Read group(PlanTable.Group group) {
        try {
            return new Read(group.first(), PlanTable.read(group), null);
        } catch (IllegalArgumentException e) {
            return new Read(group.first(), null, e.getMessage());
        }
    }

    private static List<Read> refuseDoubles(List<Read> read) {
        Map<UUID, Integer> seen = new HashMap<>();
        return read.stream()
                .map(one -> {
                    Integer earlier = one.plan() == null || one.plan().id() == null
                            ? null
                            : seen.putIfAbsent(one.plan().id(), one.row());
                    return earlier == null
                            ? one
                            : new Read(one.row(), null, "Row " + earlier + " is about the same launch already");
                })
                .toList();
    }
}
