package se.vardmote.meetings;

import java.time.Instant;
import java.util.UUID;
import se.vardmote.vocabulary.ParticipantId;

/**
 * A written line in a conversation.
 *
 * @param sequence its place, counted from 1 in each conversation, without gaps
 * @param key chosen by the page that sent it: the same key is the same line, however often it arrives
 * @param text at most {@value #LONGEST} characters
 */
public record Text(long sequence, UUID key, ParticipantId author, String text, Instant at) {
    public static final int LONGEST = 2_000;

    @Override
    public String toString() {
        return "Text[" + sequence + "]";
    }
}
