package dev.greenlight.launchservice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the launch service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LaunchServiceApplication {

    /** Starts it with the settings of the environment. */
    public static void main(String[] args) {
        SpringApplication.run(LaunchServiceApplication.class, args);
    }
}
