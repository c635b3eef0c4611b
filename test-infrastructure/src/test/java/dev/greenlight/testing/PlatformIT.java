package dev.greenlight.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.greenlight.contracts.EventSerdes;
import dev.greenlight.contracts.Topic;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class PlatformIT {
    private final Platform platform = Platform.shared();

    @Test
    void theTopicsAndTheirDeadLettersAreThereAndOutliveARestart() throws Exception {
        List<String> expected = Arrays.stream(Topic.values())
                .flatMap(topic -> List.of(topic.topicName(), topic.deadLetterTopicName()).stream())
                .toList();

        platform.kafka().kill();
        platform.kafka().start();

        assertThat(topics()).containsAll(expected);
    }

    @Test
    void theSchemasAreThereAndOutliveARestart() throws Exception {
        platform.registry().stop();
        platform.registry().start();

        SchemaRegistryClient registry = EventSerdes.registryClient(platform.registryUrl());
        for (Topic topic : Topic.values()) {
            assertThat(registry.getAllVersions(topic.subject())).isNotEmpty();
        }
    }

    @Test
    void eachDatabaseIsEmptyAndAnswersAgainAfterARestart() throws SQLException {
        Database one = platform.freshDatabase("one");
        Database other = platform.freshDatabase("one");
        assertThat(one.url()).isNotEqualTo(other.url());
        try (Connection connection = open(one);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
        }

        platform.postgres().kill();
        platform.postgres().start();

        try (Connection connection = open(one);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO kept VALUES (1)")).isEqualTo(1);
        }
    }

    @Test
    void aTokenIsSignedWithThePublishedKeyAndSaysWhoAndWhat() throws Exception {
        TestTokens tokens = TestTokens.shared();

        SignedJWT token = SignedJWT.parse(tokens.token("sam"));

        JWKSet published = JWKSet.load(URI.create(tokens.jwksUrl()).toURL());
        assertThat(token.verify(new RSASSAVerifier(published.getKeys().get(0).toRSAKey())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("sam");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(tokens.issuer());
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("greenlight");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("sales-manager");
        assertThat(token.getJWTClaimsSet().getStringListClaim("regions")).containsExactly("Central");
    }

    private Set<String> topics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            return admin.listTopics().names().get(30, SECONDS);
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
