package dev.greenlight.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Gives every service the settings that they have in common; whatever a service or its surroundings set goes before. */
public final class KitDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "greenlight-kit",
                            new ClassPathResource(
                                    "greenlight-kit.properties", getClass().getClassLoader())));
        } catch (IOException e) {
            throw new UncheckedIOException("The kit's defaults can't be read", e);
        }
    }
}
