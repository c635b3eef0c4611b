package dev.greenlight.sales.rows;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lists of plain records in a {@code jsonb} column. The records are the table's own, so that the domain's may change freely. */
@Component
public class JsonColumn {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** The JSON of a list. */
    public String write(List<?> values) {
        return mapper.writeValueAsString(values);
    }

    /** The list that was written. */
    public <T> List<T> read(String json, Class<T> element) {
        return mapper.readValue(json, mapper.getTypeFactory().constructCollectionType(List.class, element));
    }
}
