package dev.greenlight.standalone.system;

import dev.greenlight.standalone.part.LoopbackPort;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The TCP ports of the embedded default, all on the loopback address. */
public final class Ports {
    /** What listens. */
    public enum Use {
        EDGE(8080),
        LAUNCH(8081),
        SALES(8082),
        NOTIFICATION(8083),
        REGISTRY(8085),
        KAFKA(9092),
        KAFKA_CONTROLLER(9093),
        POSTGRES(15432);

        private final int usual;

        Use(int usual) {
            this.usual = usual;
        }

        /** Environment variable that chooses another port. */
        public String variable() {
            return "GREENLIGHT_" + name() + "_PORT";
        }

        /** For people. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Map<Use, Integer> numbers;

    private Ports(Map<Use, Integer> numbers) {
        this.numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
    }

    /**
     * The usual ports, save those that {@code GREENLIGHT_EDGE_PORT} and its like choose.
     *
     * @throws IllegalArgumentException when a variable is no port number
     */
    public static Ports chosenBy(Map<String, String> environment) {
        Map<Use, Integer> numbers = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            numbers.put(
                    use,
                    Optional.ofNullable(environment.get(use.variable()))
                            .filter(chosen -> !chosen.isBlank())
                            .map(chosen -> number(use, chosen))
                            .orElse(use.usual));
        }
        return new Ports(numbers);
    }

    /** Ports that nobody listens on now, for tests. */
    public static Ports free() {
        Map<Use, Integer> numbers = new EnumMap<>(Use.class);
        Arrays.stream(Use.values()).forEach(use -> numbers.put(use, LoopbackPort.free()));
        return new Ports(numbers);
    }

    private static int number(Use use, String chosen) {
        try {
            int number = Integer.parseInt(chosen.strip());
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(use.variable() + " is a port number, not " + chosen, notANumber);
        }
        throw new IllegalArgumentException(use.variable() + " is between 1 and 65535, not " + chosen);
    }

    /** The number of a port. */
    public int of(Use use) {
        return numbers.getOrDefault(use, use.usual);
    }
}
