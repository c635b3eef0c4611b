package dev.greenlight.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.testing.TestTokens;
import dev.greenlight.testing.call.TestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The largest plan that there can be, answered to the last requirement. */
class CommitToTwoThousandRequirementsIT extends QuietSalesService {
    private static final int MARKETS = 50;
    private static final int EACH = 40;

    @Test
    void everyRequirementIsCovered() {
        UUID launch = UUID.randomUUID();
        marketingTells(List.of(examples().plan(launch, MARKETS, EACH).build()));
        List<String> regions = new ArrayList<>();
        for (int i = 0; i < MARKETS; i++) {
            regions.add(i == 0 ? SalesExamples.REGION : "Region " + i);
        }
        String manager = TestTokens.shared().token("everywhere", List.of("sales-manager"), regions);

        for (String region : regions) {
            put(manager, List.of("api", "capacity", "teams", region, "large"), """
                    {"name": "Large", "reps": [{"id": "rep", "name": "Rep"}]}""");
            for (int i = 0; i < EACH; i++) {
                String requirement = i == 0 ? "ae" : "ae-" + i;
                put(
                        manager,
                        List.of("api", "capacity", "launches", launch.toString(), "commitments", region, requirement),
                        "{\"planRevision\": 1, \"team\": \"large\", \"fte\": \"2.5\"}");
            }
        }

        JsonNode capacity = client().send(SalesExamples.sam("GET", "/api/capacity/launches/" + launch))
                .done()
                .json();
        List<JsonNode> requirements = capacity.path("markets")
                .valueStream()
                .flatMap(market -> market.path("requirements").valueStream())
                .toList();
        assertThat(requirements)
                .hasSize(MARKETS * EACH)
                .allSatisfy(it -> assertThat(it.path("committed").asString()).isEqualTo("2.5"));
    }

    private void put(String token, List<String> path, String json) {
        TestRequest request = TestRequest.of("PUT", "/" + path.get(0));
        for (String step : path.subList(1, path.size())) {
            request = request.at(step);
        }
        client().send(request.as(token).json(json)).done();
    }
}
