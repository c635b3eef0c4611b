package dev.greenlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@OnPlatform(database = "shop")
class OnPlatformIT {
    @Autowired
    private Environment environment;

    @Test
    void aSpringTestIsGivenAllThatAServiceIsConfiguredWith() {
        assertThat(environment.getProperty("spring.datasource.url")).contains("/shop_");
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers"))
                .isEqualTo(Platform.shared().bootstrapServers());
        assertThat(environment.getProperty("greenlight.registry.url"))
                .isEqualTo(Platform.shared().registryUrl());
        assertThat(environment.getProperty("greenlight.issuer"))
                .isEqualTo(TestTokens.shared().issuer());
        assertThat(environment.getProperty("greenlight.consumer.group")).startsWith("shop_");
    }

    @Configuration
    static class Nothing {}
}
