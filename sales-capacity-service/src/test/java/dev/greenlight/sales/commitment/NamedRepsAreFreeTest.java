package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.OTHER;
import static dev.greenlight.sales.commitment.Sample.asked;
import static dev.greenlight.sales.commitment.Sample.binding;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.launch;
import static dev.greenlight.sales.commitment.Sample.part;
import static dev.greenlight.sales.commitment.Sample.promise;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.Fte;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedRepsAreFreeTest {
    private final Binding elsewhere =
            binding(promise(OTHER, "0.7", days("2027-02-01", "2027-03-01"), part("anna", "0.7")), "MG Advanced");

    @Test
    void aRepOnTwoLaunchesWhoseWindowsShareOneDayIsRefusedNamingTheOther() {
        Optional<Rejection> refusal = refusal("2027-03-01", "2027-05-31", part("anna", "0.4"));

        assertThat(refusal).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo("rep-over-booked");
            assertThat(rejection.sentence())
                    .isEqualTo("Anna would be booked 1.1 of 1 FTE on 2027-03-01 (already 0.7 on \"MG Advanced\")");
            assertThat(rejection.errors())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/reps/0"));
        });
    }

    @Test
    void whatFitsExactlyIsNotRefused() {
        assertThat(refusal("2027-03-01", "2027-05-31", part("anna", "0.3"))).isEmpty();
    }

    @Test
    void windowsThatOnlyMeetDoNotClash() {
        assertThat(refusal("2027-03-02", "2027-05-31", part("anna", "1"))).isEmpty();
    }

    @Test
    void nobodyGivesMoreThanThereIsOfThem() {
        assertThat(refusal("2027-04-01", "2027-05-31", part("anna", "1.5")))
                .hasValueSatisfying(rejection ->
                        assertThat(rejection.sentence()).isEqualTo("Anna would be booked 1.5 of 1 FTE on 2027-04-01"));
    }

    @Test
    void whoIsNotInTheTeamCanNotBeNamed() {
        assertThat(refusal("2027-04-01", "2027-05-31", part("bob", "1")))
                .hasValueSatisfying(rejection -> assertThat(rejection.kind()).isEqualTo(Rejection.Kind.INVALID));
    }

    private Optional<Rejection> refusal(String from, String to, CommittedRep... reps) {
        Fte sum = Fte.sum(List.of(reps).stream().map(CommittedRep::fte).toList());
        Proposal proposal = new Proposal(
                launch(GTK, "GTK 500"),
                asked("2.5", "2027-03-01", "2027-05-31"),
                team(rep("anna", "1")),
                new Offer(5, sum, days(from, to), List.of(reps)),
                null,
                List.of(elsewhere));
        return new NamedRepsAreFree().refusal(proposal);
    }
}
