package dev.greenlight.kit.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a file. It is written to the disk first, out of one snapshot of the database, and sent when it is whole: a failure
 * is told as a problem and never as half a file, memory holds one row, and who reads slowly keeps no connection to the database.
 */
public final class Exports {
    private final TransactionTemplate snapshot;
    private final JsonMapper json;
    private final Clock clock;

    /** Reads from the service's own database. */
    public Exports(PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.json = json;
        this.clock = clock;
    }

    /** Takes the rows of a table, whose cells are texts, numbers, dates or lists of texts, and null where there is nothing. */
    @FunctionalInterface
    public interface Rows {
        /** Writes the next row. */
        void write(@Nullable Object... cells);
    }

    /** A call that wants a file. */
    public record Call(HttpServletRequest request, HttpServletResponse response) {
        FileFormat format() throws HttpMediaTypeNotAcceptableException {
            return FileFormat.of(request.getParameter("format"), request.getHeader(HttpHeaders.ACCEPT));
        }
    }

    /**
     * Answers with a table. In JSON every row is an object with a field for each column that has a value.
     *
     * @param subject what it is about; begins the file's name
     */
    public void table(Call call, String subject, List<String> columns, Consumer<Rows> content)
            throws IOException, HttpMediaTypeNotAcceptableException {
        table(call, subject, columns, content, items -> content.accept(cells -> items.accept(item(columns, cells))));
    }

    /** As {@link #table(Call, String, List, Consumer)}, with items of their own kind in JSON. */
    public void table(
            Call call,
            String subject,
            List<String> columns,
            Consumer<Rows> content,
            Consumer<Consumer<Object>> jsonContent)
            throws IOException, HttpMediaTypeNotAcceptableException {
        FileFormat format = call.format();
        Path file = Files.createTempFile("greenlight-export-", "." + format.extension());
        try {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                snapshot.executeWithoutResult(transaction -> {
                    if (format == FileFormat.CSV) {
                        writeCsv(out, columns, content);
                    } else {
                        writeJson(out, jsonContent);
                    }
                });
            }
            send(call.response(), subject, format, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void send(HttpServletResponse response, String subject, FileFormat format, Path file) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        response.setContentType(format.contentType());
        response.setContentLengthLong(Files.size(file));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(subject + "-" + today + "." + format.extension())
                        .build()
                        .toString());
        Files.copy(file, response.getOutputStream());
    }

    private static void writeCsv(Writer out, List<String> columns, Consumer<Rows> content) {
        // The file is closed by who opened it.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(new BufferedWriter(out));
        csv.writeRecord(columns);
        content.accept(cells -> csv.writeRecord(cells(cells)));
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(@Nullable Object[] values) {
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(value == null ? "" : SpreadsheetText.write(text(value)));
        }
        return cells;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? Lines.join(list.stream().map(String::valueOf).toList())
                : value.toString();
    }

    private void writeJson(Writer out, Consumer<Consumer<Object>> content) {
        try {
            out.write("{\"items\": [");
            boolean[] first = {true};
            content.accept(item -> {
                try {
                    out.write(first[0] ? "\n" : ",\n");
                    first[0] = false;
                    out.write(json.writeValueAsString(item));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.write("\n]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> item(List<String> columns, @Nullable Object[] cells) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Object cell = cells[i];
            if (cell != null && !(cell instanceof List<?> list && list.isEmpty())) {
                item.put(columns.get(i), cell instanceof List<?> || cell instanceof Number ? cell : cell.toString());
            }
        }
        return item;
    }
}
