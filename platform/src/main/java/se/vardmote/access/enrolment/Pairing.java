package se.vardmote.access.enrolment;

import java.time.Instant;
import java.util.List;

/** Where a pairing stands. It ends at {@code until} in either state. */
public sealed interface Pairing {
    Instant until();

    /** Nobody has typed the code yet. */
    record CodeShown(String code, Instant until) implements Pairing {}

    /** The code was typed: the same three words stand on the device and here. */
    record WordsShown(List<String> words, Instant until) implements Pairing {}

    /** The administrator has found the words alike: the device fetches its token. */
    record Confirmed(Instant until) implements Pairing {}
}
