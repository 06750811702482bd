package se.vardmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/design/threats.md is no promise that nobody checks: each row names tests, and they exist. */
class EveryThreatHasItsTestTests {
    private static final Path PAGE = Path.of("..", "docs", "design", "threats.md");
    private static final Pattern ROW = Pattern.compile("\\| ([STRIDE]) \\|(.+)\\|(.+)\\|(.+)\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+)`");

    private record Row(String letter, String threat, List<String> tests) {}

    @Test
    void every_row_names_tests_that_exist() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path sources : List.of(Path.of("src", "test", "java"), Path.of("..", "training", "src", "test", "java")))
            known.addAll(classes(sources));
        var missing = new ArrayList<String>();
        flows().values()
                .forEach(rows -> rows.forEach(row -> {
                    if (row.tests().isEmpty()) missing.add("no test: " + row.threat());
                    row.tests().stream()
                            .filter(test -> !known.contains(test))
                            .forEach(test -> missing.add(test + " does not exist: " + row.threat()));
                }));
        assertThat(missing).isEmpty();
    }

    @Test
    void every_flow_has_all_six_letters() throws IOException {
        assertThat(flows().keySet())
                .containsExactly(
                        "Sign-in",
                        "Knock",
                        "Admission",
                        "Media",
                        "Chat",
                        "Picture",
                        "Note",
                        "Administration",
                        "Reading on another ground",
                        "Backup",
                        "Access log",
                        "Links and codes",
                        "Guests by link");
        flows().forEach((flow, rows) ->
                assertThat(rows.stream().map(Row::letter)).as(flow).containsSubsequence("S", "T", "R", "I", "D", "E"));
    }

    private static Map<String, List<Row>> flows() throws IOException {
        Map<String, List<Row>> flows = new LinkedHashMap<>();
        String flow = "";
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                flow = line.substring(3);
                flows.put(flow, new ArrayList<>());
            }
            var row = ROW.matcher(line);
            if (row.matches())
                flows.getOrDefault(flow, new ArrayList<>())
                        .add(new Row(row.group(1), row.group(2).strip(), tests(row.group(4))));
        }
        return flows;
    }

    private static List<String> tests(String cell) {
        return TEST.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    private static Set<String> classes(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Tests.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
