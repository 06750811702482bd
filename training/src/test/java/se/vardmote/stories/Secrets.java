package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody may find in a log: identity numbers, names, telephone numbers, in every spelling that somebody may use. */
final class Secrets {
    private final Set<String> spellings = new LinkedHashSet<>();

    Secrets identityNumber(String twelveDigitsWithDash) {
        var digits = twelveDigitsWithDash.replace("-", "");
        var date = digits.substring(0, 8);
        var last = digits.substring(8);
        return add(digits, date + "-" + last, date + " " + last, date + "+" + last)
                .add(digits.substring(2), digits.substring(2, 8) + "-" + last);
    }

    Secrets phone(String typed) {
        var digits = typed.replaceAll("\\D", "");
        return add(typed, digits, "+46" + digits.substring(1), "0046" + digits.substring(1), typed.replace(" ", ""));
    }

    Secrets name(String name) {
        return add(name, name.replace(' ', '_'), name.replace(' ', '-'), name.replace(" ", "\\u0020"));
    }

    /** Cookies and other tokens, as they are. */
    Secrets tokens(Collection<String> tokens) {
        tokens.forEach(this::add);
        return this;
    }

    /** What was written, as it was written. */
    Secrets text(String text) {
        return add(text);
    }

    private Secrets add(String... words) {
        for (String word : words) {
            spellings.add(word.toLowerCase(Locale.ROOT));
            spellings.add(URLEncoder.encode(word, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        }
        return this;
    }

    /** Fails with file and line number where one of them stands; the line itself is not repeated. */
    void assertAbsentFrom(List<Path> files) {
        assertThat(files).as("there are writings to search").isNotEmpty();
        assertThat(files.stream().flatMap(file -> findings(file).stream()).toList())
                .isEmpty();
    }

    /** Fails with the name of each file, of whatever kind, that one of them stands in. */
    void assertAbsentFromTheBytesOf(List<Path> files) {
        assertThat(files).as("there are files to search").isNotEmpty();
        assertThat(files.stream().filter(this::holdsOne).toList()).isEmpty();
    }

    private boolean holdsOne(Path file) {
        try {
            var bytes = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            return spellings.stream()
                    .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    .anyMatch(bytes::contains);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with table and column of each that stands in the database outside of {@code allowed}, as {@code schema.table}. */
    void assertAbsentFromTables(JdbcClient owner, Set<String> allowed) {
        var columns = owner.sql("""
                        select table_schema, table_name, column_name from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                            and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'name')""")
                .query((row, i) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        assertThat(columns).as("there are columns to search").hasSizeGreaterThan(50);
        assertThat(columns.stream()
                        .filter(column -> !allowed.contains(column.schema() + "." + column.table()))
                        .filter(column -> holdsOne(owner, column))
                        .toList())
                .isEmpty();
    }

    private record Column(String schema, String table, String name) {}

    private boolean holdsOne(JdbcClient owner, Column column) {
        var sql = "select exists (select from \"%s\".\"%s\" where lower(\"%s\"::text) like any (?))"
                .formatted(column.schema(), column.table(), column.name());
        var patterns = spellings.stream()
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
        return owner.sql(sql).params((Object) patterns).query(Boolean.class).single();
    }

    private List<String> findings(Path file) {
        try {
            var lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            var found = new LinkedHashSet<String>();
            for (int number = 0; number < lines.size(); number++) {
                var line = new String(lines.get(number).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT);
                if (spellings.stream().anyMatch(line::contains)) {
                    found.add(file + ":" + (number + 1));
                }
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
