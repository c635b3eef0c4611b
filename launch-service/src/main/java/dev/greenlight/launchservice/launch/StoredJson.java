package dev.greenlight.launchservice.launch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in the database: independent of how the HTTP interface is set up. */
@Component
public final class StoredJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** The value as JSON. */
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** The value of JSON that was written here. */
    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    /** The value of JSON that was written here. */
    public <T> T read(String json, TypeReference<T> type) {
        return mapper.readValue(json, type);
    }
}
