package se.vardmote.directory.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as spreadsheets in Sweden read it: semicolons, and a mark that says UTF-8. A cell that a spreadsheet would take for a
 * formula gets an apostrophe, so that nothing in it is ever computed.
 */
public final class SafeCsv {
    private static final String MARK = "\uFEFF";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private SafeCsv() {}

    public static String of(List<String> header, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder(MARK);
        CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(SafeCsv::safe).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return csv.toString();
    }

    static String safe(String cell) {
        return !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
