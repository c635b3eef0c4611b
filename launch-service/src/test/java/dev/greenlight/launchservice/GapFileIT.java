package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Gaps as files. */
class GapFileIT extends LaunchServiceIT {

    @Test
    void gapsAreTakenOutReviewedInASpreadsheetAndBroughtBack() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        sales.publish(sales.blocker("Central", "Cancity", "fay", "=Offline, \"mode\" 🚀"));
        sales.publish(sales.blocker("Central", "Isdom", "flo", "Export"));
        String path = "/api/gaps/export?format=csv&launch=" + launch;
        eventually(
                "both gaps are known",
                () -> assertThat(get("pia", path).raw().body().lines()).hasSize(3));
        String file = get("pia", path).raw().body();

        Answer same = bring("pia", file);
        String after = get("pia", path).raw().body();
        Answer decided = bring("pia", file.replaceFirst(",NEW,,", ",WORKAROUND,Ask support,"));
        Answer stale = bring("pia", file.replaceFirst(",NEW,,", ",DECLINED,No,"));
        Answer wrong = bring("pia", get("pia", path).raw().body().replaceFirst(",NEW,,", ",ACCEPTED,,"));

        assertThat(same.body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(after).isEqualTo(file);
        assertThat(decided.body().path("updated").asInt()).isEqualTo(1);
        assertThat(decided.body().path("unchanged").asInt()).isEqualTo(1);
        assertThat(stale.body().at("/results/0/message").asString()).contains("you saw revision");
        assertThat(wrong.body().at("/results/0/message").asString()).contains("needs the date");
        assertThat(get("pia", "/api/gaps?status=WORKAROUND&launch=" + launch)
                        .body()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("Ask support");
        assertThat(bring("maya", file).text("code")).isEqualTo("role-required");
        String asJson = get("pia", "/api/gaps/export?launch=" + launch).raw().body();
        assertThat(post("pia", "/api/gaps/import", asJson)
                        .body()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
    }

    private Answer bring(String who, String file) {
        return post(who, "/api/gaps/import", file, "Content-Type", "text/csv");
    }
}
