package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.system.Narrator;
import dev.greenlight.standalone.system.Supervisor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The process in the background; started by {@code up}, and by nobody else. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Surroundings surroundings = Surroundings.find();
        Narration narration = new Narration(surroundings.home().narration());
        Narrator toFileAndLog = (part, what) -> {
            narration.write(part, what);
            Narration.print(part, what);
        };
        Supervisor supervisor = new Supervisor(surroundings.system(), surroundings.home(), toFileAndLog);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        supervisor.run(() -> narration.writeMilestone(Narration.READY));
        narration.writeMilestone(Narration.STOPPED);
        return 0;
    }
}
