package dev.greenlight.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in the database, and in which whole batches go there; independent of how the HTTP interface is set up. */
@Component
final class StoredJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What an earlier version kept lacks the lists that were added since.
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    String write(Collection<?> rows) {
        return mapper.writeValueAsString(rows);
    }

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
