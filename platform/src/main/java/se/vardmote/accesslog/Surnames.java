package se.vardmote.accesslog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether two people may be kin, by their names. Compared as they pass; kept nowhere. */
final class Surnames {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private Surnames() {}

    static boolean shared(String one, String other) {
        Set<String> common = new HashSet<>(of(one));
        common.retainAll(of(other));
        return !common.isEmpty();
    }

    /** The last word of a name, and each part of it where it is a double name; nothing of somebody with a single name. */
    private static Set<String> of(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(SWEDISH);
        int last = plain.lastIndexOf(' ');
        if (last < 0) return Set.of();
        return new HashSet<>(Arrays.asList(plain.substring(last + 1).split("-", -1)));
    }
}
