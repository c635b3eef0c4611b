package dev.greenlight.sales;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service in which sales answers to launches. */
@SpringBootApplication
public class SalesCapacityServiceApplication {
    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(SalesCapacityServiceApplication.class, arguments);
    }
}
