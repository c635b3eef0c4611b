package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.part.Part;
import dev.greenlight.standalone.system.EmbeddedSystem;
import dev.greenlight.standalone.system.ProcessMemory;
import dev.greenlight.standalone.system.RunState;
import dev.greenlight.standalone.system.RunState.PartState;
import dev.greenlight.standalone.system.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says how it stands with each part. */
@Command(
        name = "status",
        description = "Shows each part: process, port, memory, restarts, health. Exits with 1 unless all are up.")
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Surroundings surroundings = Surroundings.find();
        if (!Supervisor.isRunning(surroundings.home())) {
            System.out.println("Greenlight is not running; ./greenlight up starts it.");
            return 1;
        }
        EmbeddedSystem system = surroundings.system();
        Optional<RunState> state = RunState.read(surroundings.home());
        List<StatusTable.Row> rows = new ArrayList<>();
        state.flatMap(known -> ProcessHandle.of(known.supervisor()))
                .ifPresent(process -> rows.add(new StatusTable.Row(
                        "supervisor",
                        StatusTable.Health.UP,
                        process.pid(),
                        0,
                        // Its descendants have rows of their own.
                        ProcessMemory.alone(process).orElse(0),
                        0)));
        for (Part part : system.parts()) {
            rows.add(row(part, state));
        }
        System.out.print(StatusTable.of(rows));
        return rows.stream().allMatch(row -> row.health() == StatusTable.Health.UP) ? 0 : 1;
    }

    private static StatusTable.Row row(Part part, Optional<RunState> state) {
        Optional<PartState> known = state.flatMap(all -> all.parts().stream()
                .filter(candidate -> candidate.name().equals(part.name()))
                .findFirst());
        Optional<ProcessHandle> process = known.flatMap(PartState::process);
        return new StatusTable.Row(
                part.name(),
                health(part, process),
                process.map(ProcessHandle::pid).orElse(0L),
                part.port(),
                process.stream()
                        .mapToLong(
                                handle -> ProcessMemory.withDescendants(handle).orElse(0))
                        .sum(),
                known.map(PartState::restarts).orElse(0));
    }

    private static StatusTable.Health health(Part part, Optional<ProcessHandle> process) {
        if (process.isEmpty()) {
            return StatusTable.Health.DOWN;
        }
        return part.isReady() ? StatusTable.Health.UP : StatusTable.Health.NOT_READY;
    }
}
