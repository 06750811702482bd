package se.vardmote.directory.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever somebody sends as a file of rows is a bounded table with the columns it needs, or refused with a reason. */
public class FileOfRowsFuzzTests {
    private static final Kind[] KINDS = Kind.values();

    /** Called by the fuzzer with whatever it has thought of: the first byte says what the file is about. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) return;
        Kind kind = KINDS[(input[0] & 0xff) % KINDS.length];
        try {
            read(Arrays.copyOfRange(input, 1, input.length), kind);
        } catch (CsvFile.Unreadable refused) {
            holds(!refused.reason.isEmpty(), "refused without a reason");
            holds(refused.detail.isEmpty() || kind.columns().contains(refused.detail), "repeats what was sent");
        }
    }

    private static void read(byte[] content, Kind kind) throws CsvFile.Unreadable {
        List<CsvFile.Row> rows = CsvFile.read(content, kind);
        holds(!rows.isEmpty() && rows.size() <= CsvFile.MOST_ROWS, "another number of rows than is allowed");
        for (CsvFile.Row row : rows) {
            holds(row.line() > 1 && row.cells().keySet().containsAll(kind.needed()), "a row without its columns");
            holds(kind.columns().containsAll(row.cells().keySet()), "a column that nobody asked for");
        }
        writtenAgain(rows, kind);
    }

    /** What goes out again for correction says the same, and no cell of it is a formula. */
    private static void writtenAgain(List<CsvFile.Row> rows, Kind kind) throws CsvFile.Unreadable {
        List<List<String>> told = rows.stream()
                .map(row -> kind.columns().stream().map(row::cell).toList())
                .filter(cells -> !cells.stream().allMatch(String::isBlank))
                .toList();
        if (told.isEmpty()) return;
        List<CsvFile.Row> again = CsvFile.read(SafeCsv.of(kind.columns(), told).getBytes(StandardCharsets.UTF_8), kind);
        holds(again.size() == told.size(), "another number of rows when written again");
        for (int i = 0; i < told.size(); i++)
            for (int column = 0; column < kind.columns().size(); column++)
                same(told.get(i).get(column), again.get(i).cell(kind.columns().get(column)));
    }

    private static void same(String before, String after) {
        holds(after.equals(before) || after.equals("'" + before), "another cell when written again");
        holds(after.isEmpty() || "=+-@".indexOf(after.charAt(0)) < 0, "a formula");
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(FileOfRowsFuzzTests.class, FileOfRowsFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
