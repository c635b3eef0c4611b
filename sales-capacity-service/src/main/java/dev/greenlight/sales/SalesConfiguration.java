package dev.greenlight.sales;

import static dev.greenlight.kit.access.AccessRule.anyone;
import static dev.greenlight.kit.access.AccessRule.only;
import static dev.greenlight.kit.access.Role.ADMIN;
import static dev.greenlight.kit.access.Role.FIELD;
import static dev.greenlight.kit.access.Role.SALES_MANAGER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.snapshot.Subscription;
import dev.greenlight.sales.fieldreport.GapReviews;
import dev.greenlight.sales.planchange.PlanChanges;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what, and what is listened to. */
@Configuration(proxyBeanMethods = false)
class SalesConfiguration {

    @Bean
    AccessRules accessRules() {
        String commitment = "/api/capacity/launches/*/commitments/*/*";
        return new AccessRules(List.of(
                only(PUT, commitment, SALES_MANAGER),
                only(POST, commitment + "/decline", SALES_MANAGER),
                only(POST, commitment + "/withdraw", SALES_MANAGER),
                only(PUT, "/api/capacity/teams/*/*", SALES_MANAGER, ADMIN),
                only(POST, "/api/capacity/launches/*/field-reports", FIELD),
                only(POST, "/api/capacity/field-reports/*/correct", FIELD),
                only(POST, "/api/capacity/field-reports/*/withdraw", FIELD),
                only(POST, "/api/capacity/import/commitments", SALES_MANAGER),
                only(POST, "/api/capacity/import/reports", FIELD),
                only(POST, "/api/capacity/import/*", SALES_MANAGER, ADMIN),
                anyone(GET, "/api/capacity/export/*"),
                anyone(GET, "/api/capacity/launches"),
                anyone(GET, "/api/capacity/launches/*"),
                anyone(GET, "/api/capacity/launches/*/field-reports"),
                anyone(GET, "/api/capacity/field-reports/*"),
                anyone(GET, "/api/capacity/teams"),
                anyone(GET, "/api/capacity/load")));
    }

    @Bean
    Subscription<LaunchPlanned> launchesPlanned(PlanChanges planChanges) {
        return new Subscription<>(Topic.LAUNCH_PLANNED, LaunchPlanned.class, planChanges);
    }

    @Bean
    Subscription<FeatureGapReviewed> gapsReviewed(GapReviews gapReviews) {
        return new Subscription<>(Topic.FEATURE_GAP_REVIEWED, FeatureGapReviewed.class, gapReviews);
    }
}
