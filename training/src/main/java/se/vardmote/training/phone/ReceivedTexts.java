package se.vardmote.training.phone;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** The last text messages that came, in memory only. */
@Component
class ReceivedTexts {
    private static final int MOST = 100;
    private final Deque<Text> texts = new ArrayDeque<>();

    /** @param to E.164 */
    record Text(String to, String from, String text, String reference, Instant at) {}

    /** The same reference again is the same message. */
    synchronized void add(Text text) {
        if (texts.stream().anyMatch(other -> other.reference().equals(text.reference()))) return;
        texts.addFirst(text);
        while (texts.size() > MOST) texts.removeLast();
    }

    /** Newest first. */
    synchronized List<Text> all() {
        return List.copyOf(texts);
    }
}
