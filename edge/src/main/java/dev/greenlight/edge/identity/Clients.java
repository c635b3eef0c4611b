package dev.greenlight.edge.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * The clients, as they were at the start. Spring's own in-memory repository refuses two clients of one secret, which the
 * embedded people have on purpose. Immutable.
 */
final class Clients implements RegisteredClientRepository {
    private final Map<String, RegisteredClient> byId;

    /** Ids and client ids are the same here. */
    Clients(List<RegisteredClient> clients) {
        this.byId =
                clients.stream().collect(Collectors.toUnmodifiableMap(RegisteredClient::getId, Function.identity()));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are added in the people file");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }
}
