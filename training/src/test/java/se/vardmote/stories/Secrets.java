package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
