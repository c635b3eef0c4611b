package dev.greenlight.acceptance;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON body that is right, and what a test changes in it. */
record Draft(JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Draft of(String json) {
        return new Draft(JSON.readTree(json));
    }

    /**
     * The same with another value in one place.
     *
     * @param pointer where; the place before its last step is there
     * @param value as JSON
     */
    Draft with(String pointer, String value) {
        JsonNode copy = json.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        JsonNode replacement = JSON.readTree(value);
        if (parent instanceof ArrayNode array) {
            array.insert(place.last().getMatchingIndex(), replacement);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), replacement);
        }
        return new Draft(copy);
    }

    String text() {
        return json.toString();
    }
}
