package dev.greenlight.launchservice;

import static dev.greenlight.kit.access.AccessRule.anyone;
import static dev.greenlight.kit.access.AccessRule.only;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.snapshot.Subscription;
import dev.greenlight.launchservice.gap.FieldReportListener;
import dev.greenlight.launchservice.staff.SalesResourcedListener;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what, and what is listened to. */
@Configuration(proxyBeanMethods = false)
class LaunchServiceConfiguration {

    @Bean
    AccessRules accessRules() {
        return new AccessRules(List.of(
                anyone(GET, "/api/launches/**"),
                anyone(GET, "/api/gaps/**"),
                only(POST, "/api/launches", Role.MARKETING),
                only(POST, "/api/launches/import", Role.MARKETING),
                only(POST, "/api/gaps/import", Role.PRODUCT),
                only(PUT, "/api/launches/*", Role.MARKETING),
                only(POST, "/api/launches/*/publish", Role.MARKETING),
                only(POST, "/api/launches/*/hold", Role.MARKETING),
                only(POST, "/api/launches/*/resume", Role.MARKETING),
                only(POST, "/api/launches/*/cancel", Role.MARKETING),
                only(POST, "/api/launches/*/close", Role.MARKETING),
                only(POST, "/api/launches/*/go-live", Role.MARKETING),
                only(POST, "/api/launches/*/preview", Role.MARKETING),
                only(POST, "/api/launches/*/counter-offers/accept", Role.MARKETING),
                only(POST, "/api/launches/*/waivers", Role.LEADERSHIP),
                only(DELETE, "/api/launches/*/waivers/*", Role.LEADERSHIP),
                only(POST, "/api/gaps/*/review", Role.PRODUCT),
                only(POST, "/api/gaps/*/unmerge", Role.PRODUCT)));
    }

    @Bean
    Subscription<SalesResourced> salesResourced(SalesResourcedListener listener) {
        return new Subscription<>(Topic.SALES_RESOURCED, SalesResourced.class, listener);
    }

    @Bean
    Subscription<FeatureGapReported> featureGaps(FieldReportListener listener) {
        return new Subscription<>(Topic.FEATURE_GAP, FeatureGapReported.class, listener);
    }
}
