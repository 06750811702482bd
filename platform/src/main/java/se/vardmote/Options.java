package se.vardmote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code --name value} options of a command.
 *
 * @param values by name, without dashes
 */
record Options(Map<String, String> values) {

    /** A command line that cannot be understood or done; the message is for the person who wrote it. */
    static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message);
        }
    }

    static Options parse(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!name.startsWith("--") || i + 1 == words.size()) throw new Wrong("Förstår inte: " + name);
            values.put(name.substring(2), words.get(i + 1));
        }
        return new Options(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int port(String name, int otherwise) {
        String typed = values.getOrDefault(name, Integer.toString(otherwise));
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > 65_534 || Integer.parseInt(typed) < 1) {
            throw new Wrong("--" + name + " ska vara ett portnummer mellan 1 och 65534, inte " + typed + ".");
        }
        return Integer.parseInt(typed);
    }
}
