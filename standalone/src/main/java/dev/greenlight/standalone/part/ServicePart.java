package dev.greenlight.standalone.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** One of Greenlight's own services: the same executable jar that production runs, set up by environment variables. */
public final class ServicePart extends ProcessPart {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final PlatformDirectory platform;
    private final Path jar;
    private final Map<String, String> environment;
    private Optional<ClassArchive> classArchive = Optional.empty();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    /**
     * @param directory its working directory
     * @param jar Spring Boot's executable jar
     * @param environment what it is set up with; port and loopback address are added here
     */
    public ServicePart(
            PlatformDirectory platform,
            String name,
            Path jar,
            Path directory,
            Path log,
            int port,
            Map<String, String> environment) {
        super(name, port, directory, log);
        this.platform = platform;
        this.jar = jar.toAbsolutePath();
        this.environment = Map.copyOf(environment);
    }

    @Override
    List<String> prepare(Progress progress) throws IOException, InterruptedException {
        String version = checksum(jar);
        Path extracted = extracted(version, progress);
        List<String> options = new ArrayList<>(List.of("-Xms32m", "-Xmx256m"));
        ClassArchive archive = ClassArchive.of(
                directory().resolve("cds"),
                name(),
                List.of(platform.tetherJar(), extracted.resolveSibling("lib"), extracted),
                version);
        classArchive = Optional.of(archive);
        options.addAll(archive.jvmOptions());
        return JavaProcess.tethered(
                platform.tetherJar(), options, List.of(extracted.toString()), mainClass(extracted), List.of());
    }

    /**
     * The jar as Spring Boot itself takes it apart ("extract"), which is also how container images have it: it starts faster
     * so, and what runs stays as it is when the project is built anew meanwhile.
     */
    private Path extracted(String version, Progress progress) throws IOException, InterruptedException {
        Path target = directory().resolve("app");
        Path extracted = target.resolve(jar.getFileName());
        Path madeOf = target.resolve("made-of");
        if (!Files.exists(madeOf) || !Files.readString(madeOf).equals(version)) {
            progress.begins("unpacking");
            FileTree.delete(target);
            runOrFail(
                    "unpacking " + jar,
                    JavaProcess.shortLived(
                            List.of("-Djarmode=tools"),
                            jar.toString(),
                            "org.springframework.boot.loader.launch.JarLauncher",
                            List.of("extract", "--destination", target.toString())));
            Files.writeString(madeOf, version);
        }
        return extracted;
    }

    /** By content: reproducible builds give every jar the same time, and often the same size. */
    private static String checksum(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    private static String mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }

    @Override
    void ended(boolean inOrder) throws IOException {
        if (classArchive.isPresent()) {
            if (inOrder) {
                classArchive.get().settle();
            } else {
                classArchive.get().discard();
            }
        }
    }

    @Override
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SERVER_PORT", Integer.toString(port()));
        all.put("SERVER_ADDRESS", "127.0.0.1");
        return all;
    }

    /** What Spring Boot's readiness probe says. */
    @Override
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port() + "/actuator/health/readiness"))
                    .timeout(ANSWER_WITHIN)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
