package se.vardmote.vocabulary;

import java.text.Normalizer;

/** Cleans what people type and paste, without changing what it says. */
final class Typed {
    private Typed() {}

    /**
     * One line of readable text: control characters become spaces, runs of spaces one, and characters that turn the
     * reading order round (which could make a name read as another) go. Emoji, marks and right-to-left scripts stay.
     */
    static String line(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || Character.isSpaceChar(point)) {
                kept.append(' ');
            } else if (!turnsReadingOrder(point) && Character.getType(point) != Character.SURROGATE) {
                kept.appendCodePoint(point);
            }
        });
        return Normalizer.normalize(kept.toString().strip().replaceAll(" {2,}", " "), Normalizer.Form.NFC);
    }

    /** Something that leaves ink: a text of joiners and marks alone says nothing. */
    static boolean isVisible(String text) {
        return text.codePoints()
                .anyMatch(point -> Character.isLetterOrDigit(point)
                        || Character.getType(point) == Character.OTHER_SYMBOL
                        || Character.isEmoji(point));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean isDash(int point) {
        return Character.getType(point) == Character.DASH_PUNCTUATION || point == '\u2212' || point == '\u2043';
    }

    static boolean isPlus(int point) {
        return point == '+' || point == '\uFF0B' || point == '\uFE62';
    }

    /** Spaces of every width, also those of none that come along from a web page. */
    static boolean isBlank(int point) {
        return Character.isSpaceChar(point)
                || Character.isWhitespace(point)
                || Character.getType(point) == Character.FORMAT;
    }

    private static boolean turnsReadingOrder(int point) {
        return point >= '\u202A' && point <= '\u202E' || point >= '\u2066' && point <= '\u2069';
    }
}
