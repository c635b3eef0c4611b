package dev.greenlight.kit.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.greenlight.kit.problem.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A comma- or semicolon-separated file with a heading, as CRM systems and spreadsheets export it: UTF-8 with or without a byte
 * order mark, either kind of line end, quoted cells that may contain line breaks.
 */
final class FileRows {
    /** Files of more rows are refused. */
    static final int MOST_ROWS = 100_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char QUOTE = '"';

    private FileRows() {}

    /**
     * All rows under the heading that are not empty.
     *
     * @param required the columns that it must have, in lower case
     * @throws dev.greenlight.kit.problem.RejectedException when something is wrong with the file as a whole
     */
    static List<FileRow> read(byte[] bytes, Collection<String> required) {
        String text = decode(bytes);
        List<CsvRecord> records = parse(text, separator(text));
        if (records.isEmpty() || isEmpty(records.get(0))) {
            throw refuse("empty-file", "The file is empty; its first row names the columns")
                    .asException();
        }
        List<String> columns = records.get(0).getFields().stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        checkColumns(columns, required);
        if (records.size() > MOST_ROWS + 1) {
            throw tooManyRows();
        }
        List<FileRow> rows = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            if (!isEmpty(records.get(i))) {
                rows.add(FileRow.ofTable(i + 1, columns, records.get(i).getFields()));
            }
        }
        return rows;
    }

    static RuntimeException tooManyRows() {
        return new Rejection(
                        Rejection.Kind.TOO_LARGE,
                        "too-many-rows",
                        "A file has at most " + MOST_ROWS + " rows; split it",
                        List.of())
                .asException();
    }

    /** The text of a file, without its byte order mark. */
    static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refuse("wrong-encoding", "The file is not in UTF-8; save it as UTF-8")
                    .asException();
        }
    }

    /** The separator of a heading is the one that it has most of, outside quotes. */
    private static char separator(String text) {
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && c == ',') {
                commas++;
            } else if (!quoted && c == ';') {
                semicolons++;
            }
        }
        return semicolons > commas ? ';' : ',';
    }

    private static List<CsvRecord> parse(String text, char separator) {
        if (text.chars().filter(c -> c == QUOTE).count() % 2 != 0) {
            throw refuse("malformed-csv", "A quote is opened and never closed").asException();
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(ImportFile.MOST_BYTES)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw refuse("malformed-csv", "The file is no proper CSV: " + message(e))
                    .asException();
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can't be read", e);
        }
    }

    private static String message(CsvParseException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure.getMessage() + (cause == failure ? "" : ": " + cause.getMessage());
    }

    private static void checkColumns(List<String> columns, Collection<String> required) {
        List<String> missing =
                required.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw refuse(
                            "missing-columns",
                            "The file lacks the column" + (missing.size() == 1 ? " " : "s ")
                                    + String.join(", ", missing))
                    .asException();
        }
        List<String> doubled = columns.stream()
                .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column) && !column.isEmpty())
                .distinct()
                .toList();
        if (!doubled.isEmpty()) {
            throw refuse("doubled-columns", "The file has more than one column " + String.join(", ", doubled))
                    .asException();
        }
    }

    private static boolean isEmpty(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static Rejection refuse(String code, String sentence) {
        return new Rejection(Rejection.Kind.INVALID, code, sentence, List.of());
    }
}
