package dev.greenlight.kit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTest {

    @Test
    void aDatabaseThatIsAwayComesBack() {
        assertThat(Failures.passes(new CannotCreateTransactionException("no connection")))
                .isTrue();
        assertThat(Failures.passes(
                        new DataAccessResourceFailureException("gone", new SQLException("terminated", "57P01"))))
                .isTrue();
        assertThat(Failures.passes(new IllegalStateException(new SQLException("deadlock", "40P01"))))
                .isTrue();
    }

    @Test
    void aBrokenConstraintStaysBroken() {
        assertThat(Failures.passes(
                        new DataIntegrityViolationException("check", new SQLException("check violation", "23514"))))
                .isFalse();
    }

    @Test
    void aRegistryThatIsAwayComesBackButAnUnknownSchemaDoesNot() {
        assertThat(Failures.passes(new SerializationException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Failures.passes(new SerializationException(new RestClientException("down", 503, 50301))))
                .isTrue();
        assertThat(Failures.passes(new SerializationException(new RestClientException("no schema 99", 404, 40403))))
                .isFalse();
    }

    @Test
    void bytesThatAreNoEventNeverBecomeOne() {
        assertThat(Failures.passes(new SerializationException("Unknown magic byte!")))
                .isFalse();
        assertThat(Failures.passes(new IllegalArgumentException("negative FTE")))
                .isFalse();
    }
}
