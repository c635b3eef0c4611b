package dev.greenlight.standalone.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A genuine PostgreSQL, on the loopback address only, with passwords (SCRAM) and with every commit forced to disk. Its
 * data are kept.
 *
 * <p>PostgreSQL refuses to run as root. There it is started in a user namespace of its own, in which it is nobody while its
 * files still belong to root outside.
 */
public final class PostgresPart extends ProcessPart {
    private static final String SUPERUSER = "postgres";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final int STOP_WITHIN_SECONDS = 20;
    private static final Duration ORPHANS_GO_WITHIN = Duration.ofSeconds(20);
    /** Linux' table of shared memory segments; other systems have none. */
    private static final Path SHARED_MEMORY = Path.of("/proc/sysvipc/shm");

    private static final int SHARED_MEMORY_LINE = 7;

    private final PlatformDirectory platform;
    private final String password;

    /**
     * @param directory where the data are kept
     * @param log the server's own output
     * @param password of the superuser {@code postgres}, who is made with it at the first start
     */
    public PostgresPart(PlatformDirectory platform, Path directory, Path log, int port, String password) {
        super("postgres", port, directory, log);
        this.platform = platform;
        this.password = password;
    }

    /** JDBC address of a database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + valid(database);
    }

    /**
     * Makes sure that there is a database with an owner of the same name, who has this password and may enter no other
     * database made this way.
     *
     * @param name of both: a letter, then letters, digits and underscores, lower case
     */
    public void ensureDatabase(String name, String ownersPassword) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            String literal = "'" + ownersPassword.replace("'", "''") + "'";
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + valid(name) + " LOGIN PASSWORD " + literal);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new PartFailure("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    List<String> prepare(Progress progress) throws IOException, InterruptedException {
        Path home = PostgresBinaries.in(platform, progress);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            progress.begins("making the data directory");
            initialise(home);
        }
        stopLeftOver();
        awaitOrphans();
        return asNobodyIfRoot(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                data().toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port(),
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=100",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC"));
    }

    private void initialise(Path home) throws IOException, InterruptedException {
        // Half a data directory, from a start that was broken off, would be refused.
        FileTree.delete(data());
        Path unfinished = directory().resolve("unfinished");
        FileTree.delete(unfinished);
        Path passwordFile = Files.createTempFile(
                directory(),
                "superuser",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            runOrFail(
                    "initdb",
                    asNobodyIfRoot(List.of(
                            home.resolve("bin/initdb").toString(),
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8")));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, data());
    }

    /**
     * Stops a server that works on these data and is not a child of this process. A server whose launcher was killed lives
     * on, and nothing else may touch its data. It is stopped rather than adopted: a child process can be waited for, and its
     * log is ours again.
     *
     * @return whether there was one
     */
    public boolean stopLeftOver() {
        if (process().isPresent() || !Files.exists(data().resolve("postmaster.pid"))) {
            return false;
        }
        try {
            Path home = PostgresBinaries.in(platform, Progress.SILENT);
            boolean leftOver = run(pgCtl(home, "status"), Map.of()) == 0;
            if (leftOver) {
                runOrFail("stopping the server that was left over", pgCtl(home, "stop", "--mode=fast", "--wait"));
            }
            return leftOver;
        } catch (IOException e) {
            throw new PartFailure("The PostgreSQL that was left over cannot be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Waits until the last processes of a server that was killed are gone: they notice it by themselves, and until then no other
     * server may use their shared memory. Where the system does not tell, PostgreSQL itself refuses to start too early.
     */
    private void awaitOrphans() throws IOException, InterruptedException {
        long end = System.nanoTime() + ORPHANS_GO_WITHIN.toNanos();
        while (isSharedMemoryInUse() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isSharedMemoryInUse() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile) || !Files.exists(SHARED_MEMORY)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < SHARED_MEMORY_LINE) {
            return false;
        }
        // The line has the segment's key and its id; the system's table has the id in its second column, users in its
        // seventh.
        String[] keyAndId = lines.get(SHARED_MEMORY_LINE - 1).strip().split("\\s+", -1);
        return Files.readAllLines(SHARED_MEMORY).stream()
                .map(line -> line.strip().split("\\s+", -1))
                .anyMatch(columns -> columns[1].equals(keyAndId[keyAndId.length - 1]) && !columns[6].equals("0"));
    }

    private List<String> pgCtl(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/pg_ctl").toString(), "--pgdata=" + data()));
        command.addAll(List.of(arguments));
        return asNobodyIfRoot(command);
    }

    private List<String> asNobodyIfRoot(List<String> command) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (run(List.of("unshare", "--user", "true"), Map.of()) != 0) {
            throw new PartFailure("PostgreSQL does not run as root, and this system does not let root make a user "
                    + "namespace (unshare --user). Run Greenlight as an ordinary user.");
        }
        List<String> unprivileged = new ArrayList<>(List.of("unshare", "--user"));
        unprivileged.addAll(command);
        return unprivileged;
    }

    @Override
    void requestStop(Process running) throws IOException, InterruptedException {
        // Fast: sessions are ended and a checkpoint is written. SIGTERM would wait for every client to leave.
        run(
                pgCtl(platform.postgresHome(), "stop", "--mode=fast", "--wait", "--timeout=" + STOP_WITHIN_SECONDS),
                Map.of());
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, valid(name));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String valid(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No plain database name: " + name);
        }
        return name;
    }

    private Path data() {
        return directory().resolve("data");
    }
}
