package dev.greenlight.sales.commitment;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.FileImport;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ImportReport.RowStatus;
import dev.greenlight.kit.exchange.ReadRows;
import dev.greenlight.kit.exchange.ReadRows.Value;
import dev.greenlight.kit.exchange.RowByRow;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.TeamRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises of a manager, row by row as by the single call. What is as it was stays; an import neither declines nor withdraws. */
@Component
class CommitmentsImport implements FileImport {
    private static final int LONGEST_CELL = 100_000;

    private final CommitmentDesk desk;
    private final CommitmentRepository commitments;
    private final TeamRepository teams;
    private final LaunchRepository launches;
    private final RowByRow rowByRow;

    CommitmentsImport(
            CommitmentDesk desk,
            CommitmentRepository commitments,
            TeamRepository teams,
            LaunchRepository launches,
            RowByRow rowByRow) {
        this.desk = desk;
        this.commitments = commitments;
        this.teams = teams;
        this.launches = launches;
        this.rowByRow = rowByRow;
    }

    @Override
    public String kind() {
        return "commitments";
    }

    @Override
    public List<String> columns() {
        return List.of("launch", "region", "requirement", "plan_revision");
    }

    @Override
    public ImportReport take(Caller caller, List<FileRow> rows) {
        ReadRows<Row> read = ReadRows.of(rows, LONGEST_CELL, CommitmentsImport::read, Row::identity);
        // All teams, then all markets, each in one order: single calls take one of each in this order.
        List<Row> own = read.values().stream()
                .filter(row -> caller.mayActIn(row.market().region()))
                .toList();
        teams.lockAll(own.stream().map(row -> row.market().region()).collect(Collectors.toSet()));
        launches.lockMarkets(own.stream().map(Row::market).distinct().toList());
        Map<CommitmentKey, Commitment> known =
                commitments
                        .ofLaunches(read.values().stream()
                                .map(row -> row.market().launchId())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Commitment::key, Function.identity()));
        return read.report(read.read().stream()
                .map(row -> rowByRow.apply(row.row(), () -> take(caller, row.value(), known)))
                .toList());
    }

    private RowStatus take(Caller caller, Row row, Map<CommitmentKey, Commitment> known) {
        if (row.isSaidBy(known.get(row.key()))) {
            return RowStatus.UNCHANGED;
        }
        if (row.status() != null && !row.status().equals(CommitmentStatus.CONFIRMED.name())) {
            throw new IllegalArgumentException("An import only promises staff; status is CONFIRMED or empty, not \""
                    + row.status() + "\": decline and withdraw answer by answer");
        }
        Commitment promised = desk.commit(caller, row.market(), row.requirement(), row.team(), row.wish());
        Commitment before = known.get(promised.key());
        if (before == null) {
            return RowStatus.CREATED;
        }
        return before.equals(promised) ? RowStatus.UNCHANGED : RowStatus.UPDATED;
    }

    private static Value<Row> read(FileRow row) {
        UUID launch = row.id("launch");
        if (launch == null) {
            throw new IllegalArgumentException("launch is empty");
        }
        return new Value<>(
                new Row(
                        new MarketKey(launch, row.required("region")),
                        row.required("requirement"),
                        row.optional("team"),
                        row.optional("status"),
                        row.optional("fte"),
                        row.date("from"),
                        row.date("to"),
                        row.list("reps"),
                        row.number("plan_revision")),
                List.of());
    }

    /**
     * An answer as a row tells of it.
     *
     * @param reps named people with their parts, for example {@code anna 0.5}
     */
    private record Row(
            MarketKey market,
            String requirement,
            @Nullable String team,
            @Nullable String status,
            @Nullable String fte,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> reps,
            @Nullable Long planRevision) {

        List<Object> identity() {
            return List.of(market, requirement, team == null ? "" : team);
        }

        CommitmentKey key() {
            return new CommitmentKey(market, requirement, team == null ? "" : team);
        }

        /** Whether the answer that is known is exactly this one. */
        boolean isSaidBy(@Nullable Commitment known) {
            return known != null
                    && known.status().name().equals(status)
                    && known.fte().toString().equals(fte)
                    && known.window().from().equals(from)
                    && known.window().to().equals(to)
                    && Objects.equals(known.planRevision(), planRevision)
                    && CommitmentsExport.reps(known).equals(reps);
        }

        Wish wish() {
            if (planRevision == null) {
                throw new IllegalArgumentException("plan_revision says which plan you have read; it is empty");
            }
            return new RowWish(planRevision, this);
        }

        private Offer offer(long seen, StaffRequirement requirement) {
            DateWindow window = new DateWindow(
                    from == null ? requirement.window().from() : from,
                    to == null ? requirement.window().to() : to);
            List<CommittedRep> named = reps.stream().map(Row::rep).toList();
            return new Offer(seen, fte(named), window, named);
        }

        private Fte fte(List<CommittedRep> named) {
            if (named.isEmpty()) {
                if (fte == null) {
                    throw new IllegalArgumentException("fte is empty, and no reps are named");
                }
                return Fte.of(fte);
            }
            Fte sum = Fte.sum(named.stream().map(CommittedRep::fte).toList());
            if (fte != null && !Fte.of(fte).equals(sum)) {
                throw new IllegalArgumentException("The reps give " + sum + " FTE in sum, not " + fte);
            }
            if (named.stream().map(CommittedRep::id).distinct().count() < named.size()) {
                throw new IllegalArgumentException("A rep is named twice");
            }
            return sum;
        }

        private static CommittedRep rep(String line) {
            int space = line.lastIndexOf(' ');
            if (space < 1) {
                throw new IllegalArgumentException(
                        "reps has one rep on each line, with their part: \"anna-snelling 0.5\", not \"" + line + "\"");
            }
            return new CommittedRep(line.substring(0, space).strip(), Fte.of(line.substring(space + 1)));
        }
    }

    /** What a row asks to promise. */
    private record RowWish(long planRevision, Row row) implements Wish {
        @Override
        public Optional<Offer> offerFor(StaffRequirement requirement, @Nullable Commitment current) {
            return Optional.of(row.offer(planRevision, requirement));
        }
    }
}
