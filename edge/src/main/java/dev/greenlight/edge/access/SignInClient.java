package dev.greenlight.edge.access;

import dev.greenlight.edge.EdgeProperties;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The front door as the issuer knows it: its name and secret, what it asks for and where browsers come back to. */
@Component
public class SignInClient {
    /** The only registration; also a part of the paths of signing in. */
    public static final String REGISTRATION = "greenlight";

    private static final int SECRET_BYTES = 32;

    private final EdgeProperties.SignIn signIn;
    private final URI origin;
    private final String secret;

    SignInClient(EdgeProperties properties) {
        this.signIn = properties.signIn();
        this.origin = properties.origin();
        this.secret = signIn.clientSecret().isBlank() ? randomSecret() : signIn.clientSecret();
    }

    /** Client id at the issuer. */
    public String id() {
        return signIn.clientId();
    }

    /** In plain text. */
    public String secret() {
        return secret;
    }

    /** Scopes that a browser's sign-in asks for. */
    public Set<String> scopes() {
        return Set.of(signIn.scopes().trim().split("\\s+"));
    }

    /** Where the issuer sends the browser back to. */
    public String redirectUri() {
        return origin + "/login/oauth2/code/" + REGISTRATION;
    }

    private static String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
