package se.vardmote.directory.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;

/** Words of a file that stand for something here: what the pages call it in Swedish, whatever language is read. */
final class SwedishWords {
    private SwedishWords() {}

    /** @param key what the keys of the texts begin with */
    static <E extends Enum<E>> Map<String, E> of(Messages messages, String key, E[] meanings) {
        return Arrays.stream(meanings)
                .collect(Collectors.toMap(
                        meaning -> messages.in(Language.SV)
                                .text(key + meaning.name())
                                .toLowerCase(Locale.ROOT),
                        Function.identity()));
    }
}
