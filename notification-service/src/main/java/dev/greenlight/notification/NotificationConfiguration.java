package dev.greenlight.notification;

import static dev.greenlight.kit.access.AccessRule.anyone;
import static dev.greenlight.kit.access.AccessRule.only;
import static dev.greenlight.kit.access.Role.ADMIN;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.snapshot.Subscription;
import dev.greenlight.notification.inbox.FactsListener;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what, and what is listened to. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    AccessRules accessRules() {
        String base = "/api/notifications";
        return new AccessRules(List.of(
                only(GET, base + "/people", ADMIN),
                only(PUT, base + "/people", ADMIN),
                anyone(GET, base),
                anyone(GET, base + "/stream"),
                anyone(POST, base + "/*/read"),
                anyone(POST, base + "/read-all"),
                anyone(GET, base + "/preferences"),
                anyone(PUT, base + "/preferences")));
    }

    @Bean
    Subscription<LaunchPlanned> launchesPlanned(FactsListener facts) {
        return new Subscription<>(Topic.LAUNCH_PLANNED, LaunchPlanned.class, facts::launches);
    }

    @Bean
    Subscription<LaunchReadinessChanged> readinessChanges(FactsListener facts) {
        return new Subscription<>(Topic.LAUNCH_READINESS, LaunchReadinessChanged.class, facts::readiness);
    }

    @Bean
    Subscription<SalesResourced> salesAnswers(FactsListener facts) {
        return new Subscription<>(Topic.SALES_RESOURCED, SalesResourced.class, facts::staff);
    }

    @Bean
    Subscription<FeatureGapReviewed> gapReviews(FactsListener facts) {
        return new Subscription<>(Topic.FEATURE_GAP_REVIEWED, FeatureGapReviewed.class, facts::gaps);
    }
}
