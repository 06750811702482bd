package se.vardmote.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The message files, read once at start. */
public final class Messages {
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    public Messages(Clock clock) {
        for (Language language : Language.values()) {
            words.put(language, new Words(language, read(language), clock));
        }
    }

    /** The words of a language. */
    public Words in(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    static Map<String, String> read(Language language) {
        String file = "/messages_" + language.tag() + ".properties";
        var properties = new Properties();
        try (var in = Messages.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is missing");
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
