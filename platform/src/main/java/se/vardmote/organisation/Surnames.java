package se.vardmote.organisation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.StaffId;

/** Whether staff may be kin to somebody, by their names: whoever asks is told yes or no, and no name. Kept nowhere. */
public final class Surnames {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private final Map<StaffId, String> names;

    /** @param names of staff as the register has them, also those of staff with protected identity */
    public Surnames(Map<StaffId, String> names) {
        this.names = names;
    }

    /** @param kept the name that counts for somebody who is not in the register */
    public boolean shared(StaffId staff, @Nullable String kept, String other) {
        String own = names.getOrDefault(staff, kept);
        return own != null && !Collections.disjoint(of(own), of(other));
    }

    /** The last word of a name, and each part of it where it is a double name; nothing of somebody with a single name. */
    private static Set<String> of(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(SWEDISH);
        int last = plain.lastIndexOf(' ');
        if (last < 0) return Set.of();
        return new HashSet<>(Arrays.asList(plain.substring(last + 1).split("-", -1)));
    }

    @Override
    public String toString() {
        return "Surnames[]";
    }
}
