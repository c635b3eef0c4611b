package dev.greenlight.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service that tells people what waits for them. */
@SpringBootApplication
public class NotificationServiceApplication {
    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(NotificationServiceApplication.class, arguments);
    }
}
