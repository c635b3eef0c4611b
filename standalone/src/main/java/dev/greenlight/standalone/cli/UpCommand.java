package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.demo.Demo;
import dev.greenlight.standalone.part.LogTail;
import dev.greenlight.standalone.part.PartFailure;
import dev.greenlight.standalone.system.EmbeddedSystem;
import dev.greenlight.standalone.system.LeftOvers;
import dev.greenlight.standalone.system.PortHolder;
import dev.greenlight.standalone.system.ProcessMemory;
import dev.greenlight.standalone.system.RunState;
import dev.greenlight.standalone.system.Supervisor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, in the background unless told otherwise. */
@Command(name = "up", description = "Starts everything in the background and returns when it is ready.")
final class UpCommand implements Callable<Integer> {
    private static final int LOG_LINES = 20;
    private static final long POLL_MS = 100;
    private static final double GIBI = 1024.0 * 1024 * 1024;

    @Option(names = "--foreground", description = "Stays, and stops everything on Ctrl-C.")
    private boolean foreground;

    @Option(names = "--demo", description = "Then plays a launch from plan to go-live.")
    private boolean demo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Surroundings surroundings = Surroundings.find();
        if (Supervisor.isRunning(surroundings.home())) {
            System.out.println("Greenlight is running already: " + origin(surroundings)
                    + ". ./greenlight status shows its parts, ./greenlight down stops them.");
            return demo ? play(surroundings) : 0;
        }
        EmbeddedSystem system = surroundings.system();
        List<String> leftOver = LeftOvers.end(surroundings.home(), system.postgres());
        if (!leftOver.isEmpty()) {
            System.out.println("Ended what an earlier run had left: " + String.join(", ", leftOver));
        }
        List<String> complaints = PortHolder.complaints(surroundings.ports());
        if (!complaints.isEmpty()) {
            complaints.forEach(System.err::println);
            return 1;
        }
        return foreground ? stay(surroundings, system, begin) : leaveInBackground(surroundings, begin);
    }

    private int stay(Surroundings surroundings, EmbeddedSystem system, long begin) {
        Supervisor supervisor = new Supervisor(system, surroundings.home(), Narration::print);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        supervisor.run(() -> {
            welcome(surroundings, begin);
            if (demo) {
                play(surroundings);
            }
            System.out.println("Ctrl-C stops everything.");
        });
        return 0;
    }

    private int leaveInBackground(Surroundings surroundings, long begin) throws IOException, InterruptedException {
        surroundings.home().make();
        Path narration = surroundings.home().narration();
        Files.deleteIfExists(narration);
        Process supervisor = new ProcessBuilder(supervisorCommand())
                .directory(surroundings.project().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        surroundings.home().log("supervisor").toFile()))
                .start();
        Thread abandon = new Thread(supervisor::destroy, "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        boolean ready = new Narration(narration).follow(Narration.READY, supervisor.toHandle());
        Runtime.getRuntime().removeShutdownHook(abandon);
        if (!ready) {
            supervisor.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
            LogTail.of(surroundings.home().log("supervisor"), LOG_LINES).forEach(System.err::println);
            return 1;
        }
        welcome(surroundings, begin);
        return demo ? play(surroundings) : 0;
    }

    /** This JVM's own Java and class path once more, in a session of its own so that no terminal's end reaches it. */
    private static List<String> supervisorCommand() {
        List<String> command = new ArrayList<>();
        Stream.of("/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup")
                .filter(tool -> Files.isExecutable(Path.of(tool)))
                .findFirst()
                .ifPresent(command::add);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms8m", "-Xmx64m", "-Xss512k"));
        command.addAll(List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20", "-XX:-UsePerfData"));
        Stream.of("greenlight.root", "logback.configurationFile")
                .filter(property -> System.getProperty(property) != null)
                .forEach(property -> command.add("-D" + property + "=" + System.getProperty(property)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Greenlight.class.getName(), "supervise"));
        return command;
    }

    private static void welcome(Surroundings surroundings, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        double gib = RunState.read(surroundings.home()).stream()
                        .flatMap(state -> ProcessHandle.of(state.supervisor()).stream())
                        .mapToLong(process ->
                                ProcessMemory.withDescendants(process).orElse(0))
                        .sum()
                / GIBI;
        System.out.printf(Locale.ROOT, "%nUp in %.0f s, using %.2f GB in all.%n", seconds, gib);
        System.out.println("""

                Open %s and sign in as one of these, with the secret "demo":
                  maya marketing · sam sales-manager Central · wei sales-manager East · rosa sales-manager West
                  fay field Central · finn field East and West · flo field in all three
                  pia product · lee leadership · ada admin
                They exist here only; everything listens on the loopback address (127.0.0.1) alone.
                """.formatted(origin(surroundings)));
    }

    private static int play(Surroundings surroundings) {
        EmbeddedSystem system = surroundings.system();
        Demo story = ServiceLoader.load(Demo.class)
                .findFirst()
                .orElseThrow(() -> new PartFailure("This build has no demo story."));
        story.play(new Demo.Stage(system.origin(), system.bootstrapServers(), system.registryUrl()), System.out);
        return 0;
    }

    private static String origin(Surroundings surroundings) {
        return surroundings.system().origin().toString();
    }
}
