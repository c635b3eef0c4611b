package dev.greenlight.standalone.part;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs: the same Java that runs now, frugal, and tethered to this process. */
final class JavaProcess {
    private static final List<String> FRUGAL = List.of(
            "-XX:+UseSerialGC",
            // One machine, few people: starting quickly counts, and the optimising compiler would take time and memory
            // from it.
            "-XX:TieredStopAtLevel=1",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=40",
            "-Xss512k",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8");

    private JavaProcess() {}

    /**
     * @param tether jar with {@link Tether}
     * @param options JVM options; they win over the frugal defaults
     * @param classPath jars, or {@code directory/*}
     * @param mainClass what to run
     */
    static List<String> tethered(
            Path tether, List<String> options, List<String> classPath, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FRUGAL);
        command.addAll(options);
        command.add("-cp");
        command.add(tether + File.pathSeparator + String.join(File.pathSeparator, classPath));
        command.add(Tether.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** A JVM that does one thing and ends, so that starting quickly matters more than running quickly. */
    static List<String> shortLived(List<String> options, String classPath, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }
}
