package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.system.LeftOvers;
import dev.greenlight.standalone.system.RunState;
import dev.greenlight.standalone.system.Supervisor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops everything; the data stay. */
@Command(name = "down", description = "Stops everything in order; the data stay.")
final class DownCommand implements Callable<Integer> {
    private static final long POLL_MS = 50;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Surroundings surroundings = Surroundings.find();
        stop(surroundings);
        return 0;
    }

    /** Returns when nothing of this home runs any more. */
    static void stop(Surroundings surroundings) throws IOException, InterruptedException {
        Optional<ProcessHandle> supervisor = RunState.read(surroundings.home())
                .flatMap(state -> ProcessHandle.of(state.supervisor()))
                .filter(process -> Supervisor.isRunning(surroundings.home()));
        if (supervisor.isPresent()) {
            Narration narration = new Narration(surroundings.home().narration()).fromNow();
            supervisor.get().destroy();
            narration.follow(Narration.STOPPED, supervisor.get());
            while (Supervisor.isRunning(surroundings.home())) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            System.out.println(
                    "Stopped. The data are kept in " + surroundings.home().data() + ".");
            return;
        }
        List<String> ended =
                LeftOvers.end(surroundings.home(), surroundings.system().postgres());
        System.out.println(
                ended.isEmpty()
                        ? "Greenlight is not running."
                        : "Ended what an earlier run had left: " + String.join(", ", ended));
    }
}
