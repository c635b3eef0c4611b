package dev.greenlight.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An issuer of access tokens for tests, with a key of its own and an endpoint that publishes it. Its tokens say what those
 * of the embedded sign-in say.
 */
public final class TestTokens {
    private static final String AUDIENCE = "greenlight";
    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final List<String> EVERYWHERE = List.of("Central", "East", "West");
    private static final Map<String, Person> PEOPLE = Map.of(
            "maya", new Person(List.of("marketing"), List.of()),
            "sam", new Person(List.of("sales-manager"), List.of("Central")),
            "wei", new Person(List.of("sales-manager"), List.of("East")),
            "rosa", new Person(List.of("sales-manager"), List.of("West")),
            "fay", new Person(List.of("field"), List.of("Central")),
            "finn", new Person(List.of("field"), List.of("East", "West")),
            "flo", new Person(List.of("field"), EVERYWHERE),
            "pia", new Person(List.of("product"), List.of()),
            "lee", new Person(List.of("leadership"), List.of()),
            "ada", new Person(List.of("admin"), List.of()));

    private final RSAKey key;
    private final String issuer;

    private TestTokens(RSAKey key, HttpServer server) {
        this.key = key;
        this.issuer = "http://localhost:" + server.getAddress().getPort();
    }

    /** The one of this JVM. */
    public static TestTokens shared() {
        return Holder.TOKENS;
    }

    /** What the tokens name as their issuer. */
    public String issuer() {
        return issuer;
    }

    /** Where the key is published with which they are signed. */
    public String jwksUrl() {
        return issuer + "/oauth2/jwks";
    }

    /**
     * An access token of one of the people of the example ({@code maya}, {@code sam}, …), valid for an hour.
     *
     * @throws IllegalArgumentException when there is no such person
     */
    public String token(String userId) {
        Person person = Optional.ofNullable(PEOPLE.get(userId))
                .orElseThrow(() -> new IllegalArgumentException("No " + userId + " among " + PEOPLE.keySet()));
        return token(userId, person.roles(), person.regions());
    }

    /** An access token of anybody, valid for an hour. */
    public String token(String userId, List<String> roles, List<String> regions) {
        return signed(claims(userId, roles, regions).build());
    }

    /** A token that was good until an hour ago. */
    public String expiredToken(String userId) {
        Person person = PEOPLE.getOrDefault(userId, new Person(List.of(), List.of()));
        Instant then = Instant.now().minus(VALIDITY.multipliedBy(2));
        return signed(claims(userId, person.roles(), person.regions())
                .issueTime(Date.from(then))
                .expirationTime(Date.from(then.plus(VALIDITY)))
                .build());
    }

    /** A token that is good, but meant for another system. */
    public String tokenForAnotherAudience(String userId) {
        Person person = PEOPLE.getOrDefault(userId, new Person(List.of(), List.of()));
        return signed(claims(userId, person.roles(), person.regions())
                .audience("elsewhere")
                .build());
    }

    /**
     * Tokens that nobody may be let in with, though what they say of the person would be enough.
     *
     * @return each token by what is wrong with it
     */
    public Map<String, String> badTokens(String userId, List<String> roles, List<String> regions) {
        JWTClaimsSet good = claims(userId, roles, regions).build();
        Instant now = Instant.now();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(
                "expired",
                signed(new JWTClaimsSet.Builder(good)
                        .issueTime(Date.from(now.minus(VALIDITY.multipliedBy(2))))
                        .expirationTime(Date.from(now.minus(VALIDITY)))
                        .build()));
        bad.put(
                "not valid yet",
                signed(new JWTClaimsSet.Builder(good)
                        .notBeforeTime(Date.from(now.plus(VALIDITY)))
                        .build()));
        bad.put(
                "for another audience",
                signed(new JWTClaimsSet.Builder(good).audience("elsewhere").build()));
        bad.put(
                "from another issuer",
                signed(new JWTClaimsSet.Builder(good)
                        .issuer("http://localhost:1")
                        .build()));
        bad.put("of nobody", signed(new JWTClaimsSet.Builder(good).subject(null).build()));
        bad.put("signed with another key", signed(good, newKey()));
        bad.put("not signed", new PlainJWT(good).serialize());
        String[] parts = signed(good).split("\\.", -1);
        String more = signed(
                        claims(userId, List.of("admin", "leadership"), regions).build())
                .split("\\.", -1)[1];
        bad.put("tampered with", parts[0] + "." + more + "." + parts[2]);
        bad.put("no token at all", "nonsense");
        return bad;
    }

    /** Whom a token names. */
    public static String subjectOf(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            throw new IllegalArgumentException("No token: " + token, e);
        }
    }

    private JWTClaimsSet.Builder claims(String userId, List<String> roles, List<String> regions) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(userId)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .jwtID(UUID.randomUUID().toString())
                .claim("name", userId.substring(0, 1).toUpperCase(Locale.ROOT) + userId.substring(1))
                .claim("scope", "api")
                .claim("roles", roles)
                .claim("regions", regions);
    }

    private String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a test token", e);
        }
    }

    private static TestTokens start() {
        try {
            RSAKey key = newKey();
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth2/jwks", exchange -> answer(exchange, keys));
            server.start();
            return new TestTokens(key, server);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot publish the key of the test tokens", e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a key for the test tokens", e);
        }
    }

    private static void answer(HttpExchange exchange, byte[] keys) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
        }
    }

    private record Person(List<String> roles, List<String> regions) {}

    private static final class Holder {
        private static final TestTokens TOKENS = start();
    }
}
