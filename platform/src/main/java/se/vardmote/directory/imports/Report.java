package se.vardmote.directory.imports;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file in would do.
 *
 * @param refused rows that are left out, by line
 * @param digest what is to be done, in short: handed back when it is to be read in
 * @param problem why the whole file cannot be read ({@code org-import.problem.<code>}), or null
 * @param detail which column the problem is about, or empty
 */
public record Report(
        Kind kind,
        int added,
        int changed,
        int unchanged,
        List<Refused> refused,
        String digest,
        @Nullable String problem,
        String detail) {

    /** A row that is left out. @param why {@code org-import.why.<code>}, else {@code refusal.<code>} */
    public record Refused(int line, String column, String why) {}

    static Report unreadable(Kind kind, CsvFile.Unreadable why) {
        return new Report(kind, 0, 0, 0, List.of(), "", why.reason, why.detail);
    }

    static Report of(Kind kind, Plan plan) {
        return new Report(
                kind,
                plan.added(),
                plan.changes().size() - plan.added(),
                plan.unchanged(),
                plan.refused().stream()
                        .map(one -> new Refused(one.line(), one.column(), one.why()))
                        .sorted(Comparator.comparingInt(Refused::line))
                        .toList(),
                plan.digest(),
                null,
                "");
    }

    public int toWrite() {
        return added + changed;
    }
}
