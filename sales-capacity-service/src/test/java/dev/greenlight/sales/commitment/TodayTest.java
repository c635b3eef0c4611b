package dev.greenlight.sales.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TodayTest {
    @Test
    void aPromiseForTodayInLosAngelesStillHoldsItsPeopleWhenLondonHasGoneToBed() {
        Instant eveningInLosAngeles = Instant.parse("2027-03-02T05:00:00Z");

        assertThat(Today.anywhere(eveningInLosAngeles)).isEqualTo(LocalDate.parse("2027-03-01"));
    }

    @Test
    void whatIsOverEverywhereHoldsNobody() {
        assertThat(Today.anywhere(Instant.parse("2027-03-02T12:00:00Z"))).isEqualTo(LocalDate.parse("2027-03-02"));
    }
}
