package dev.greenlight.standalone.system;

import dev.greenlight.contracts.ContractDeployment;
import dev.greenlight.standalone.part.KafkaPart;
import dev.greenlight.standalone.part.Part;
import dev.greenlight.standalone.part.PartFailure;
import dev.greenlight.standalone.part.PlatformDirectory;
import dev.greenlight.standalone.part.PostgresPart;
import dev.greenlight.standalone.part.RegistryPart;
import dev.greenlight.standalone.part.ServicePart;
import dev.greenlight.standalone.system.Ports.Use;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * PostgreSQL, Kafka, the registry, the front door and the three services, in the order in which they need each other. Safe
 * for use by several threads.
 */
public final class EmbeddedSystem {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    /** Generous: the first orderly end of a JVM writes its class archive, which takes long on a busy machine. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final Path project;
    private final Ports ports;
    private final Secrets secrets;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final RegistryPart registry;
    private final List<Part> services;

    /**
     * The system of a project, not started.
     *
     * @param project top of the project's tree, with the packaged services; a service that is not packaged is left out
     * @param home where data, logs and passwords are kept
     */
    public EmbeddedSystem(Path project, Home home, Ports ports) {
        PlatformDirectory platform = new PlatformDirectory(project.resolve("standalone/target/platform"));
        home.make();
        this.project = project;
        this.ports = ports;
        this.secrets = new Secrets(home.secrets());
        this.postgres = new PostgresPart(
                platform, home.data("postgres"), home.log("postgres"), ports.of(Use.POSTGRES), secrets.of("postgres"));
        this.kafka = new KafkaPart(
                platform, home.data("kafka"), home.log("kafka"), ports.of(Use.KAFKA), ports.of(Use.KAFKA_CONTROLLER));
        this.registry = new RegistryPart(platform, home.data("registry"), home.log("registry"), ports.of(Use.REGISTRY));
        List<Part> found = new ArrayList<>();
        for (Service service : Service.values()) {
            ServiceJar.of(project, service.module())
                    .ifPresent(jar -> found.add(new ServicePart(
                            platform,
                            service.module(),
                            jar,
                            home.data(service.module()),
                            home.log(service.module()),
                            ports.of(service.port()),
                            environment(service, home))));
        }
        this.services = List.copyOf(found);
    }

    /** Where browsers and scripts enter. */
    public URI origin() {
        return URI.create("http://localhost:" + ports.of(Use.EDGE));
    }

    /** Kafka's bootstrap servers. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Base URL of the registry's Confluent-compatible interface. */
    public String registryUrl() {
        return registry.url();
    }

    /** The database server. */
    public PostgresPart postgres() {
        return postgres;
    }

    /** All parts, in the order in which they start. */
    public List<Part> parts() {
        List<Part> all = new ArrayList<>(List.of(postgres, kafka, registry));
        all.addAll(services);
        return Collections.unmodifiableList(all);
    }

    /**
     * A part by its name.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + "; there are "
                        + parts().stream().map(Part::name).toList()));
    }

    /**
     * Starts all parts and returns when each can be used.
     *
     * @throws PartFailure when one does not start; the others are stopped again
     */
    public void start(Narrator narrator) {
        try {
            inParallel(List.of(
                    () -> {
                        bringUp(postgres, narrator);
                        List.of(Service.values()).forEach(this::ensureDatabase);
                    },
                    () -> bringUp(kafka, narrator),
                    () -> bringUp(registry, narrator)));
            long begin = System.nanoTime();
            ContractDeployment.deploy(kafka.bootstrapServers(), registry.url());
            narrator.says("contracts", "topics and schemas deployed in " + secondsSince(begin));
            inParallel(services.stream()
                    .<Runnable>map(service -> () -> bringUp(service, narrator))
                    .toList());
            introducePeople(narrator);
        } catch (RuntimeException e) {
            stop(narrator);
            throw e;
        }
    }

    /** Stops all parts, those that need others first. */
    public void stop(Narrator narrator) {
        inParallel(services.stream()
                .<Runnable>map(service -> () -> takeDown(service, narrator))
                .toList());
        inParallel(List.of(() -> takeDown(registry, narrator), () -> takeDown(kafka, narrator)));
        takeDown(postgres, narrator);
    }

    private void introducePeople(Narrator narrator) {
        Optional<Path> edge = ServiceJar.of(project, Service.EDGE.module());
        boolean somebodyTells = services.stream().anyMatch(part -> part.name().equals(Service.NOTIFICATION.module()));
        if (edge.isPresent() && somebodyTells) {
            int introduced = new PeopleIntroduction(origin()).introduce(PeopleFile.of(edge.get()));
            if (introduced > 0) {
                narrator.says("people", introduced + " introduced to notification-service");
            }
        }
    }

    private void ensureDatabase(Service service) {
        service.database().ifPresent(database -> postgres.ensureDatabase(database, secrets.of(database)));
    }

    private Map<String, String> environment(Service service, Home home) {
        Map<String, String> environment = new HashMap<>();
        service.database().ifPresent(database -> {
            environment.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl(database));
            environment.put("SPRING_DATASOURCE_USERNAME", database);
            environment.put("SPRING_DATASOURCE_PASSWORD", secrets.of(database));
        });
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("GREENLIGHT_REGISTRY_URL", registry.url());
        environment.put("GREENLIGHT_ORIGIN", origin().toString());
        environment.put("GREENLIGHT_ISSUER", origin().toString());
        environment.put("GREENLIGHT_JWKS_URL", origin() + "/oauth2/jwks");
        if (service == Service.EDGE) {
            environment.put("SPRING_PROFILES_ACTIVE", "identity-provider");
            environment.put(
                    "GREENLIGHT_IDENTITY_KEY_FILE",
                    home.data(service.module()).resolve("signing-key.json").toString());
            environment.put("GREENLIGHT_LAUNCH_URL", local(Use.LAUNCH));
            environment.put("GREENLIGHT_SALES_URL", local(Use.SALES));
            environment.put("GREENLIGHT_NOTIFICATION_URL", local(Use.NOTIFICATION));
        }
        return environment;
    }

    private String local(Use use) {
        return "http://127.0.0.1:" + ports.of(use);
    }

    private static void bringUp(Part part, Narrator narrator) {
        long begin = System.nanoTime();
        part.startAndAwait(
                step -> {
                    if (!step.equals("starting")) {
                        narrator.says(part.name(), step + "…");
                    }
                },
                START_LIMIT);
        narrator.says(part.name(), "ready after " + secondsSince(begin));
    }

    private static void takeDown(Part part, Narrator narrator) {
        if (part.process().isEmpty()) {
            return;
        }
        long begin = System.nanoTime();
        part.stop(STOP_LIMIT);
        narrator.says(part.name(), "stopped after " + secondsSince(begin));
    }

    private static String secondsSince(long begin) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
    }

    /** Runs all to their end, and then fails as the first of those that failed. */
    private static void inParallel(List<Runnable> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            Optional<PartFailure> failure = Optional.empty();
            for (Future<?> task : running) {
                Optional<PartFailure> ended = failureOf(task);
                failure = failure.isPresent() ? failure : ended;
            }
            failure.ifPresent(first -> {
                throw first;
            });
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<PartFailure> failureOf(Future<?> task) {
        try {
            task.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of(
                    cause instanceof PartFailure failure ? failure : new PartFailure(String.valueOf(cause), cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new PartFailure("Interrupted while the parts started or stopped", e));
        }
    }

    /** The processes that are Greenlight's own. */
    private enum Service {
        EDGE("edge", Use.EDGE, ""),
        LAUNCH("launch-service", Use.LAUNCH, "launch_service"),
        SALES("sales-capacity-service", Use.SALES, "sales_capacity_service"),
        NOTIFICATION("notification-service", Use.NOTIFICATION, "notification_service");

        private final String module;
        private final Use port;
        private final String database;

        Service(String module, Use port, String database) {
            this.module = module;
            this.port = port;
            this.database = database;
        }

        String module() {
            return module;
        }

        Use port() {
            return port;
        }

        Optional<String> database() {
            return Optional.of(database).filter(name -> !name.isEmpty());
        }
    }
}
