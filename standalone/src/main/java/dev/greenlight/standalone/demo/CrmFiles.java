package dev.greenlight.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The files of the sample data, and what an import says of them. */
enum CrmFiles {
    TEAMS("teams", "sales_teams.csv"),
    PRODUCTS("products", "products.csv"),
    ACCOUNTS("accounts", "accounts.csv"),
    /** Last, so that what is misspelt in it can be told from what is known. */
    OPPORTUNITIES("opportunities", "sales_pipeline.csv");

    private static final String DIRECTORY = "/demo/crm-sales-opportunities/";

    private final String kind;
    private final String file;

    CrmFiles(String kind, String file) {
        this.kind = kind;
        this.file = file;
    }

    /** The last part of the address where it is imported. */
    String kind() {
        return kind;
    }

    byte[] bytes() {
        try (InputStream content = CrmFiles.class.getResourceAsStream(DIRECTORY + file)) {
            if (content == null) {
                throw new IllegalStateException("This build is without " + DIRECTORY + file);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /**
     * Something that was remarked.
     *
     * @param rows of which rows it was said, as a spreadsheet counts
     */
    record Remark(String sentence, List<Integer> rows) {}

    /** What was remarked, the most frequent first. A row of which several things were said is counted with each. */
    static List<Remark> remarks(JsonNode report) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (JsonNode result : report.path("results")) {
            for (String sentence : result.path("message").asString("").split("; ", -1)) {
                rows.computeIfAbsent(sentence, first -> new ArrayList<>())
                        .add(result.path("row").asInt());
            }
        }
        return rows.entrySet().stream()
                .map(remark -> new Remark(remark.getKey(), remark.getValue()))
                .sorted(Comparator.comparing((Remark remark) -> remark.rows().size())
                        .reversed())
                .toList();
    }
}
