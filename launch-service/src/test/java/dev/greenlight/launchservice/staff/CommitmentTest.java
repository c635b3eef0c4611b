package dev.greenlight.launchservice.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.launch.StoredJson;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    @Test
    void whatWasKeptBeforeSnapshotsToldTheAnsweredWindowIsReadWithItsOwn() {
        Commitment old = new StoredJson().read("""
                        {"requirementId": "ae", "team": "north", "status": "CONFIRMED", "fte": {"amount": 2.5},
                         "window": {"from": "2027-03-01", "to": "2027-05-31"}, "absences": [], "by": "sam",
                         "at": "2027-01-04T09:00:00Z"}
                        """, Commitment.class);

        assertThat(old.answered()).isEqualTo(old.window());
        assertThat(old.counter()).isNull();
    }
}
