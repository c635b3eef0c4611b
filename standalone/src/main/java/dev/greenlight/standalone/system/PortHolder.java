package dev.greenlight.standalone.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who listens on a port, as far as the operating system tells: on Linux the sockets in {@code /proc/net/tcp} and the open
 * files of the processes that this user may look into.
 */
public final class PortHolder {
    private static final int COMMAND_LENGTH = 120;
    private static final String LISTENING = "0A";

    private PortHolder() {}

    /**
     * One sentence for each port that somebody else holds, naming who; none when all are free.
     *
     * @param ports the ports that are needed
     */
    public static List<String> complaints(Ports ports) {
        List<String> complaints = new ArrayList<>();
        for (Ports.Use use : Ports.Use.values()) {
            int port = ports.of(use);
            if (isTaken(port)) {
                complaints.add("Port " + port + ", which " + use.words() + " needs, is held by "
                        + describe(holder(port)) + ". End that process, or choose another port with " + use.variable()
                        + ".");
            }
        }
        return complaints;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the parts do it: a connection that lingers from an earlier run is no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    static Optional<ProcessHandle> holder(int port) {
        Set<String> sockets = new HashSet<>(socketsListeningOn(port, Path.of("/proc/net/tcp")));
        sockets.addAll(socketsListeningOn(port, Path.of("/proc/net/tcp6")));
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> hasOpen(process, sockets))
                        .findFirst();
    }

    private static Set<String> socketsListeningOn(int port, Path table) {
        String address = String.format(Locale.ROOT, ":%04X", port);
        if (!Files.isReadable(table)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(table)) {
            Set<String> sockets = new HashSet<>();
            lines.map(line -> line.strip().split("\\s+"))
                    .filter(columns ->
                            columns.length > 9 && columns[1].endsWith(address) && columns[3].equals(LISTENING))
                    .forEach(columns -> sockets.add("socket:[" + columns[9] + "]"));
            return sockets;
        } catch (IOException unreadable) {
            // Then nobody can be named, which the sentence says.
            return Set.of();
        }
    }

    private static boolean hasOpen(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    static String describe(Optional<ProcessHandle> holder) {
        return holder.map(process -> "process " + process.pid() + " (" + command(process) + ")")
                .orElse("a process that this user may not look into");
    }

    private static String command(ProcessHandle process) {
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("unknown command");
        return command.length() <= COMMAND_LENGTH ? command : command.substring(0, COMMAND_LENGTH) + "…";
    }
}
