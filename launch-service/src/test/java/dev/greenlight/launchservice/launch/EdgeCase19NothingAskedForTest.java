package dev.greenlight.launchservice.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.RejectedException;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.QuotaDocument;
import dev.greenlight.launchservice.launch.PlanDocument.RequirementDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "A requirement of 0 or a quota of 0." An empty gate never passes, so it is refused where it is written. */
class EdgeCase19NothingAskedForTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0000", "-0", "-1"})
    void aRequirementOfNothingIsRefusedByName(String fte) {
        assertThat(faults(plan(fte, 2)))
                .containsExactly(new Fault("/markets/0/requirements/0/fte", "FTE must be greater than 0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aQuotaOfNothingIsRefusedByName(int minReports) {
        assertThat(faults(plan("1", minReports)))
                .containsExactly(new Fault("/markets/0/quotas/0/minReports", "is a number from 1 to 1000"));
    }

    @Test
    void bothAreNamedAtOnce() {
        assertThat(faults(plan("0", 0))).hasSize(2);
    }

    @Test
    void neitherCanExistAnywhereElse() {
        DateWindow window = new DateWindow(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-31"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Requirement("ae", "ae", Fte.ZERO, window));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota("retail", 0));
    }

    private static List<Fault> faults(PlanDocument plan) {
        return catchThrowableOfType(RejectedException.class, () -> PlanReader.newPlan(plan, NOW))
                .rejection()
                .errors();
    }

    private static PlanDocument plan(String fte, int minReports) {
        return new PlanDocument(
                "GTK 500",
                "GTK 500",
                null,
                null,
                null,
                null,
                List.of(new MarketDocument(
                        "Central",
                        "2027-03-01",
                        "America/Chicago",
                        null,
                        List.of(new RequirementDocument("ae", "account-executive", fte, "2027-03-01", "2027-03-31")),
                        List.of(new QuotaDocument("retail", minReports)))),
                null,
                null);
    }
}
