package dev.greenlight.kit.sample;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.access.AccessRule;
import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.snapshot.Subscription;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

@SpringBootApplication
public class SampleApplication {

    @Bean
    AccessRules accessRules() {
        return new AccessRules(List.of(
                AccessRule.only(HttpMethod.POST, "/api/notes", Role.MARKETING),
                AccessRule.anyone(HttpMethod.PUT, "/api/notes/*"),
                AccessRule.anyone(HttpMethod.GET, "/api/**")));
    }

    @Bean
    Subscription<SalesResourced> salesResourced(KeptMarkets kept) {
        return new Subscription<>(Topic.SALES_RESOURCED, SalesResourced.class, kept::apply);
    }
}
