package se.vardmote.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the backup of one database holds: the file {@code contents.properties}, written last, so that a backup that was cut
 * short has none.
 *
 * @param database {@code vardmote} or {@code keys}
 * @param environment what the installation was made for; empty for {@code keys}
 * @param versions schema → the last migration that had been run
 * @param tables table with schema → its columns, in the order of the file
 * @param rows table → how many
 * @param sequences sequence → the last number it gave
 * @param partitions table → of which table, and {@code for values …}, with a bar between
 */
record BackupContents(
        String database,
        Instant madeAt,
        String environment,
        Map<String, String> versions,
        Map<String, String> tables,
        Map<String, Long> rows,
        Map<String, Long> sequences,
        Map<String, String> partitions) {
    private static final String FILE = "contents.properties";

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static Path fileOf(Path folder, String table) {
        return folder.resolve(table + ".copy.gz");
    }

    void store(Path folder) throws IOException {
        var lines = new Properties();
        lines.setProperty("database", database);
        lines.setProperty("made", madeAt.toString());
        lines.setProperty("environment", environment);
        versions.forEach((schema, version) -> lines.setProperty("version." + schema, version));
        tables.forEach((table, columns) -> lines.setProperty("columns." + table, columns));
        rows.forEach((table, count) -> lines.setProperty("rows." + table, Long.toString(count)));
        sequences.forEach((sequence, last) -> lines.setProperty("sequence." + sequence, Long.toString(last)));
        partitions.forEach((table, bounds) -> lines.setProperty("partition." + table, bounds));
        try (var out = Files.newBufferedWriter(folder.resolve(FILE))) {
            lines.store(out, null);
        }
    }

    static BackupContents load(Path folder) throws IOException {
        var lines = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(FILE))) {
            lines.load(in);
        }
        return new BackupContents(
                lines.getProperty("database", ""),
                Instant.parse(lines.getProperty("made")),
                lines.getProperty("environment", ""),
                under("version.", lines),
                under("columns.", lines),
                numbers("rows.", lines),
                numbers("sequence.", lines),
                under("partition.", lines));
    }

    private static Map<String, String> under(String prefix, Properties lines) {
        Map<String, String> found = new TreeMap<>();
        for (String name : lines.stringPropertyNames()) {
            if (name.startsWith(prefix)) found.put(name.substring(prefix.length()), lines.getProperty(name));
        }
        return found;
    }

    private static Map<String, Long> numbers(String prefix, Properties lines) {
        Map<String, Long> found = new TreeMap<>();
        under(prefix, lines).forEach((name, number) -> found.put(name, Long.valueOf(number)));
        return found;
    }
}
