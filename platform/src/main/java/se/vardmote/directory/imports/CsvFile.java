package se.vardmote.directory.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as spreadsheets save it: semicolons, commas or tabs; UTF-8, with or without a mark, or Windows-1252. The first line
 * names the columns, in any order; others are left unread.
 */
final class CsvFile {
    static final int MOST_ROWS = 10_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');

    private CsvFile() {}

    /** One row. @param line as a spreadsheet numbers it */
    record Row(int line, Map<String, String> cells) {
        /** Whether the file has the column: what it does not have stays as it is. */
        boolean has(String column) {
            return cells.containsKey(column);
        }

        /** What stands in a column, empty when it is not there. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The whole file cannot be read. @param detail which column, or empty */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        /** {@code not-a-table}, {@code empty}, {@code missing-column}, {@code column-twice} or {@code too-many-rows}. */
        final String reason;

        final String detail;

        Unreadable(String reason, String detail) {
            super(reason);
            this.reason = reason;
            this.detail = detail;
        }
    }

    static List<Row> read(byte[] content, Kind kind) throws Unreadable {
        String text = text(content);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.iterator();
            if (!records.hasNext()) throw new Unreadable("empty", "");
            Map<String, Integer> places = places(records.next(), kind);
            List<Row> rows = new ArrayList<>();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (record.stream().allMatch(String::isBlank)) continue;
                if (rows.size() == MOST_ROWS) throw new Unreadable("too-many-rows", "");
                rows.add(row(record, places));
            }
            if (rows.isEmpty()) throw new Unreadable("empty", "");
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException notATable) {
            throw new Unreadable("not-a-table", "");
        }
    }

    private static Row row(CSVRecord record, Map<String, Integer> places) {
        Map<String, String> cells = new HashMap<>();
        places.forEach((column, place) -> cells.put(column, place < record.size() ? record.get(place) : ""));
        return new Row((int) record.getRecordNumber(), cells);
    }

    private static Map<String, Integer> places(CSVRecord header, Kind kind) throws Unreadable {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String typed = header.get(i).strip();
            for (String column : kind.columns()) {
                if (column.equalsIgnoreCase(typed) && places.put(column, i) != null)
                    throw new Unreadable("column-twice", column);
            }
        }
        for (String column : kind.needed()) {
            if (!places.containsKey(column)) throw new Unreadable("missing-column", column);
        }
        return places;
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        return DELIMITERS.stream()
                .max(Comparator.comparingLong(
                        sign -> first.chars().filter(c -> c == sign).count()))
                .orElse(';');
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, WINDOWS);
        }
        return text.startsWith(MARK) ? text.substring(1) : text;
    }
}
