package dev.greenlight.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time that passes in a history. Each service has a clock of its own, which may be wrong. */
final class VirtualTime {
    /** When every history begins: a Monday. */
    static final Instant BEGINNING = Instant.parse("2027-03-01T15:00:00Z");

    private Instant now = BEGINNING;

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A clock that shows this time, moved by what it is wrong. */
    final class ServiceClock extends Clock {
        private Duration wrongBy = Duration.ZERO;

        void jump(Duration newWrongBy) {
            wrongBy = newWrongBy;
        }

        @Override
        public Instant instant() {
            return now.plus(wrongBy);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Services reckon in UTC");
        }
    }
}
