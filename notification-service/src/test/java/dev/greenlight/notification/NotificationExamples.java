package dev.greenlight.notification;

import dev.greenlight.events.Condition;
import dev.greenlight.events.ConditionKind;
import dev.greenlight.events.ConditionStatus;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.Market;
import dev.greenlight.testing.TestTokens;
import dev.greenlight.testing.call.Examples;
import dev.greenlight.testing.call.ServiceClient;
import dev.greenlight.testing.call.TestRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How each call of the notification service is made rightly, by whom, and about what. */
final class NotificationExamples {
    static final String REGION = "Central";

    private static final List<String> ALL_ROLES =
            List.of("marketing", "sales-manager", "field", "product", "leadership", "admin");

    private final ServiceClient client;
    private final QuietNotificationService service;

    NotificationExamples(ServiceClient client, QuietNotificationService service) {
        this.client = client;
        this.service = service;
    }

    Examples all() {
        String anybody = TestTokens.shared().token("everybody", ALL_ROLES, List.of(REGION));
        String admin = TestTokens.shared().token("ada");
        // Whoever calls for the first time is learnt then, even when the call is refused.
        List.of(anybody, admin, reader())
                .forEach(token -> client.send(
                                TestRequest.of("GET", "/api/notifications").as(token))
                        .done());
        return new Examples(anybody)
                .written(
                        "POST /api/notifications/{id}/read",
                        () -> TestRequest.of("POST", "/api/notifications")
                                .at(notification())
                                .at("read")
                                .as(reader()))
                .written("POST /api/notifications/read-all", () -> {
                    notification();
                    return TestRequest.of("POST", "/api/notifications/read-all").as(reader());
                })
                .written(
                        "PUT /api/notifications/preferences",
                        () -> TestRequest.of("PUT", "/api/notifications/preferences")
                                .as(reader())
                                .json("""
                                {"channels": ["inbox", "email"], "digestTimes": ["08:00", "16:30"],
                                 "quietHours": {"from": "20:00", "to": "07:00"}, "zone": "Europe/Berlin",
                                 "mutes": [{"launch": "%s"}]}""".formatted(UUID.randomUUID())))
                .written(
                        "PUT /api/notifications/people",
                        () -> TestRequest.of("PUT", "/api/notifications/people")
                                .as(admin)
                                .json("""
                                {"items": [
                                 {"id": "reader", "name": "Reader", "email": "reader@example.com", "roles": ["sales-manager"],
                                  "regions": ["Central"], "zone": "America/Chicago", "delegate": "wei"},
                                 {"id": "ada", "name": "Ada", "roles": ["admin"]}]}"""));
    }

    /** The token of a manager, who is asked for staff. */
    private static String reader() {
        return TestTokens.shared().token("reader", List.of("sales-manager"), List.of(REGION));
    }

    /** Something that the reader was just told, whoever was in the list of people before. */
    String notification() {
        client.send(TestRequest.of("PUT", "/api/notifications/people")
                        .as(TestTokens.shared().token("ada"))
                        .json("""
                                {"items": [{"id": "reader", "name": "Reader", "roles": ["sales-manager"], "regions": ["Central"]},
                                           {"id": "ada", "name": "Ada", "roles": ["admin"]}]}"""))
                .done();
        UUID launch = UUID.randomUUID();
        service.marketingTells(List.of(plan(launch)));
        service.gateTells(List.of(shortOfStaff(launch)));
        return client.send(TestRequest.of("GET", "/api/notifications")
                        .withQuery("limit", "1")
                        .as(reader()))
                .done()
                .json()
                .at("/items/0/id")
                .asString();
    }

    private static LaunchReadinessChanged shortOfStaff(UUID launch) {
        Instant now = Instant.now();
        return LaunchReadinessChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now)
                .setActor("maya")
                .setRevision(1)
                .setLaunchId(launch)
                .setRegion(REGION)
                .setPlanRevision(1)
                .setSalesRevision(1)
                .setReady(false)
                .setLive(false)
                .setConditions(List.of(Condition.newBuilder()
                        .setId("capacity:ae")
                        .setKind(ConditionKind.CAPACITY)
                        .setStatus(ConditionStatus.FAIL)
                        .setCause("0 of 2.5 FTE committed on 2099-03-01")
                        .setOwner("sales-manager:" + REGION)
                        .setSince(now)
                        .setEvidence(Map.of())
                        .build()))
                .setIncidents(List.of())
                .build();
    }

    LaunchPlanned plan(UUID launch) {
        return LaunchPlanned.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.now())
                .setActor("maya")
                .setRevision(1)
                .setLaunchId(launch)
                .setPlanRevision(1)
                .setProduct("GTK 500")
                .setName("GTK 500 " + launch)
                .setOwner("maya")
                .setStatus(LaunchStatus.PLANNED)
                .setStatusSince(Instant.now())
                .setMarkets(List.of(Market.newBuilder()
                        .setRegion(REGION)
                        .setGoLiveDate(LocalDate.parse("2099-03-01"))
                        .setZone("America/Chicago")
                        .setRequirements(List.of())
                        .setQuotas(List.of())
                        .setPitchRevision(1)
                        .build()))
                .build();
    }
}
