package se.vardmote.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import se.vardmote.vocabulary.PhoneNumber;

/**
 * The words of one language: texts by key, with {@code {0}} for values, and times and telephone numbers as people say
 * them. The answer is plain text; the template escapes it.
 */
public final class Words {
    private final Language language;
    private final Map<String, String> texts;
    private final Times times;

    Words(Language language, Map<String, String> texts, Clock clock) {
        this.language = language;
        this.texts = texts;
        this.times = new Times(this, clock);
    }

    public Language language() {
        return language;
    }

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException when neither file has it: a page with a hole is a fault that a test must find
     */
    public String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) throw new IllegalArgumentException("no text for " + key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text of a key with the facts of a problem, by their names: {@code {by}}. */
    public String facts(String key, Map<String, Object> facts) {
        String text = text(key);
        for (var fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return text;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** {@code key.none}, {@code key.one} or {@code key.many}, with the number as {@code {0}}. */
    public String count(String key, int number) {
        String which = number == 0 && has(key + ".none") ? ".none" : number == 1 ? ".one" : ".many";
        return text(key + which, number);
    }

    /** What to do about a refused field: the page's own words, else the code's, else "look at this field". */
    public String refusal(String page, String field, String code) {
        String own = page + "." + field + "." + code;
        if (has(own)) return text(own);
        return has("refusal." + code) ? text("refusal." + code) : text("refusal.other");
    }

    /** The first of the keys that has a text, else the text of the last. */
    public String either(String key, String otherwise) {
        return has(key) ? text(key) : text(otherwise);
    }

    /** {@code 070-174 06 05} */
    public String phone(String e164) {
        return new PhoneNumber(e164).display();
    }

    /** {@code 14.30} */
    public String clock(Instant at) {
        return times.clock(at);
    }

    /** {@code 14.30} */
    public String clock(LocalTime at) {
        return times.clock(at);
    }

    /** {@code 12 april 2026} */
    public String date(LocalDate day) {
        return times.date(day);
    }

    /** The Swedish day of an instant: {@code 12 april 2026} */
    public String date(Instant at) {
        return times.date(at);
    }

    /** {@code 14.30} when that is today, else as {@link #when}: in a list of the day. */
    public String ofDay(Instant at) {
        return times.ofDay(at);
    }

    /** {@code i dag 14.30}, {@code i går 23.05}, {@code tisdag 12 maj 14.30} */
    public String when(Instant at) {
        return times.when(at);
    }

    /** {@code tisdag 12 maj 2026 14.30} */
    public String exact(Instant at) {
        return times.exact(at);
    }

    /** {@code nyss}, {@code för 3 minuter sedan}, then as {@link #when} */
    public String ago(Instant at) {
        return times.ago(at);
    }

    /** How long until now, briefly: {@code under 1 min}, {@code 4 min}, {@code 2 tim 5 min} */
    public String lasted(Instant since) {
        return times.lasted(since);
    }

    /** {@code om 2 tim}, {@code om 10 min}; {@code nu} when it has come */
    public String until(Instant at) {
        return times.until(at);
    }

    /** The length of something that is over, or of what has been until now. */
    public String between(Instant from, Instant to) {
        return times.between(from, to);
    }
}
