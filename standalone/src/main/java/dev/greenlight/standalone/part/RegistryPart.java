package dev.greenlight.standalone.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Apicurio Registry, spoken to by Confluent's interface, in a JVM of its own, on the loopback address only. It keeps its
 * schemas in an H2 file.
 */
public final class RegistryPart extends ProcessPart {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final PlatformDirectory platform;
    private final ClassArchive classArchive;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    /**
     * @param directory where the schemas are kept
     * @param log the registry's own output
     */
    public RegistryPart(PlatformDirectory platform, Path directory, Path log, int port) {
        super("registry", port, directory, log);
        this.platform = platform;
        this.classArchive = ClassArchive.of(
                platform.classArchives(),
                name(),
                List.of(platform.tetherJar(), platform.registryJar().resolveSibling("lib"), platform.registryJar()),
                "");
    }

    /** Base URL of the interface that Confluent's clients understand. */
    public String url() {
        return origin() + "/apis/ccompat/v7";
    }

    @Override
    List<String> prepare(Progress progress) {
        List<String> options = new ArrayList<>(List.of(
                "-Xms32m",
                "-Xmx160m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port(),
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                // Without delay: a schema that was acknowledged outlives a kill -9.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory().resolve("registry") + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10",
                "-Dquarkus.log.category.\"io.quarkus.http.access-log\".level=WARN",
                "-Dquarkus.log.category.\"apicurio-registry.access\".level=WARN"));
        options.addAll(classArchive.jvmOptions());
        return JavaProcess.tethered(
                platform.tetherJar(),
                options,
                List.of(platform.registryJar().toString()),
                "io.quarkus.runner.GeneratedMain",
                List.of());
    }

    @Override
    public boolean isReady() {
        try {
            return send(HttpRequest.newBuilder(URI.create(origin() + "/health/ready")))
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Its default is to take any schema; Greenlight's log must stay readable by all who ever read it. */
    @Override
    void becameReady() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + "/config"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\": \"FULL_TRANSITIVE\"}")));
        if (answer.statusCode() != 200) {
            throw new PartFailure("The registry did not take the compatibility rule: " + answer.body());
        }
    }

    @Override
    void ended(boolean inOrder) throws IOException {
        if (inOrder) {
            classArchive.settle();
        } else {
            classArchive.discard();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String origin() {
        return "http://127.0.0.1:" + port();
    }
}
