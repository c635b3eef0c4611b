package dev.greenlight.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestContextAnnotationUtils.AnnotationDescriptor;

/** Lets Spring's test framework find {@link OnPlatform}; registered in {@code META-INF/spring.factories}. */
final class OnPlatformCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        AnnotationDescriptor<OnPlatform> found =
                TestContextAnnotationUtils.findAnnotationDescriptor(testClass, OnPlatform.class);
        return found == null
                ? null
                : new Customizer(
                        found.getRootDeclaringClass(), found.getAnnotation().database());
    }

    /** Spring keeps one context per distinct customizer; this one is distinct by the class that carries the annotation. */
    private record Customizer(Class<?> declaringClass, String database) implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            Platform platform = Platform.shared();
            TestTokens tokens = TestTokens.shared();
            Database fresh = platform.freshDatabase(database);
            String group = fresh.username() + "-" + ProcessHandle.current().pid();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "greenlight test platform",
                            Map.of(
                                    "spring.datasource.url", fresh.url(),
                                    "spring.datasource.username", fresh.username(),
                                    "spring.datasource.password", fresh.password(),
                                    "spring.kafka.bootstrap-servers", platform.bootstrapServers(),
                                    "spring.kafka.consumer.group-id", group,
                                    "greenlight.consumer.group", group,
                                    "greenlight.registry.url", platform.registryUrl(),
                                    "greenlight.issuer", tokens.issuer(),
                                    "greenlight.jwks-url", tokens.jwksUrl())));
        }
    }
}
