package se.vardmote.access.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** Everyday Swedish words, easy to tell apart when read aloud across a room. Three of them are one in 16 million. */
final class Words {
    static final List<String> ALL = read();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Words() {}

    static List<String> three() {
        return Stream.generate(() -> ALL.get(RANDOM.nextInt(ALL.size())))
                .distinct()
                .limit(3)
                .toList();
    }

    private static List<String> read() {
        try (var in = Words.class.getResourceAsStream("words.txt")) {
            if (in == null) throw new IllegalStateException("words.txt is not on the class path");
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
