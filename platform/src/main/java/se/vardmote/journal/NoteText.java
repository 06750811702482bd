package se.vardmote.journal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What a note says, part by part; a part that nothing is to be said of is empty. */
public record NoteText(String situation, String background, String observations, String measures) {

    /** Each part as {@code text} gives it, with line ends of one kind and no space around. */
    public static NoteText of(Function<NotePart, String> text) {
        Function<NotePart, String> tidy =
                part -> text.apply(part).replace("\r\n", "\n").strip();
        return new NoteText(
                tidy.apply(NotePart.SITUATION),
                tidy.apply(NotePart.BACKGROUND),
                tidy.apply(NotePart.OBSERVATIONS),
                tidy.apply(NotePart.MEASURES));
    }

    public String part(NotePart part) {
        return switch (part) {
            case SITUATION -> situation;
            case BACKGROUND -> background;
            case OBSERVATIONS -> observations;
            case MEASURES -> measures;
        };
    }

    /** Why it can be neither kept nor signed: field → {@code missing} or {@code too-long}; empty when it can. */
    public Map<String, String> refusals() {
        Map<String, String> refusals = new LinkedHashMap<>();
        for (NotePart part : NotePart.values()) {
            if (part(part).length() > NotePart.LONGEST) refusals.put(part.word(), "too-long");
        }
        if (Arrays.stream(NotePart.values()).allMatch(part -> part(part).isEmpty())) {
            refusals.put(NotePart.SITUATION.word(), "missing");
        }
        return refusals;
    }

    @Override
    public String toString() {
        return "NoteText[]";
    }
}
