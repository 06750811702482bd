package se.vardmote.directory.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.directory.leaving.NothingLeft.Loss;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;

/** Reads the cells of one row; the first that is wrong is what the report names. */
final class RowReading {
    private final CsvFile.Row row;
    private Plan.@Nullable Refused refused;

    RowReading(CsvFile.Row row) {
        this.row = row;
    }

    Optional<Plan.Refused> refused() {
        return Optional.ofNullable(refused);
    }

    boolean has(String column) {
        return row.has(column);
    }

    boolean typed(String column) {
        return !row.cell(column).isBlank();
    }

    <T> @Nullable T refuse(String column, String why) {
        if (refused == null) refused = new Plan.Refused(row.line(), column, why);
        return null;
    }

    /** The column by which a row would open less than it does. */
    static String column(Loss loss) {
        return switch (loss) {
            case PURPOSE -> Kind.Column.PURPOSE;
            case FIRST_DAY -> Kind.Column.FIRST_DAY;
            case LAST_DAY -> Kind.Column.LAST_DAY;
        };
    }

    @Nullable
    HsaId hsaId(String column) {
        return typed(column) ? parsed(column, HsaId.parse(row.cell(column))) : refuse(column, "missing");
    }

    @Nullable
    String line(String column) {
        if (!typed(column)) return refuse(column, "missing");
        PersonName line = parsed(column, PersonName.parse(row.cell(column)));
        return line == null ? null : line.value();
    }

    @Nullable
    PhoneNumber phone(String column) {
        return parsed(column, PhoneNumber.parse(row.cell(column)));
    }

    @Nullable
    LocalDate day(String column) {
        if (!typed(column)) return null;
        try {
            return LocalDate.parse(row.cell(column).strip());
        } catch (DateTimeParseException notADay) {
            return refuse(column, "date");
        }
    }

    /** The same where a column that is missing changes nothing. */
    @Nullable
    LocalDate day(String column, @Nullable LocalDate before) {
        return has(column) ? day(column) : before;
    }

    @Nullable
    LocalDate dayNeeded(String column) {
        return typed(column) ? day(column) : refuse(column, "missing");
    }

    void inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) refuse(Kind.Column.LAST_DAY, "before");
    }

    /** {@code ja} or {@code nej}; empty is no. */
    boolean yes(String column) {
        String typed = row.cell(column).strip();
        if (!typed.isEmpty() && !List.of("ja", "nej").contains(typed.toLowerCase(Locale.ROOT)))
            refuse(column, "yes-or-no");
        return typed.equalsIgnoreCase("ja");
    }

    /** One of some words, however cased. */
    <T> @Nullable T word(String column, Map<String, T> words, String unknown) {
        if (!typed(column)) return refuse(column, "missing");
        T meant = words.get(cell(column).toLowerCase(Locale.ROOT));
        return meant == null ? refuse(column, unknown) : meant;
    }

    String cell(String column) {
        return row.cell(column).strip();
    }

    <T> @Nullable T parsed(String column, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Refused<T>(String reason) -> refuse(column, reason);
        };
    }
}
