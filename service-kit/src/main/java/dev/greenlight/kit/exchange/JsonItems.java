package dev.greenlight.kit.exchange;

import dev.greenlight.kit.problem.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file in JSON: {@code {"items": [{…}, …]}}, as an export gives it. */
final class JsonItems {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonItems() {}

    static List<JsonNode> read(byte[] bytes) {
        JsonNode file = parse(bytes);
        JsonNode items = file.path("items");
        if (!items.isArray()) {
            throw refuse("The file is {\"items\": [{…}, …]}, as an export gives it");
        }
        if (items.size() > FileRows.MOST_ROWS) {
            throw FileRows.tooManyRows();
        }
        List<JsonNode> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.path(i).isObject()) {
                throw refuse("Item " + (i + 1) + " is no object");
            }
            read.add(items.path(i));
        }
        return read;
    }

    /** The items as rows: each field is a cell. */
    static List<FileRow> rows(List<JsonNode> items) {
        List<FileRow> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<String> columns = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            int number = i + 1;
            items.get(i).properties().forEach(field -> {
                columns.add(field.getKey().toLowerCase(Locale.ROOT));
                cells.add(cell(number, field.getKey(), field.getValue()));
            });
            rows.add(FileRow.ofItem(number, columns, cells));
        }
        return rows;
    }

    private static String cell(int number, String field, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
            return Lines.join(value.valueStream().map(JsonNode::asString).toList());
        }
        if (value.isContainer()) {
            throw refuse("In item " + number + ", " + field + " is a text or a list of texts");
        }
        return value.asString();
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(FileRows.decode(bytes));
        } catch (JacksonException e) {
            throw refuse("The file is no JSON" + place(e.getLocation()));
        }
    }

    /** What is nested too deeply, or is too long for a number, has no place. */
    private static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? " that can be read: something in it is nested too deeply or too long"
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static RuntimeException refuse(String sentence) {
        return new Rejection(Rejection.Kind.INVALID, "malformed-json", sentence, List.of()).asException();
    }
}
