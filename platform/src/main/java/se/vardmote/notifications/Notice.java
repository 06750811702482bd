package se.vardmote.notifications;

import java.time.Instant;
import se.vardmote.vocabulary.CareProviderId;

/**
 * Something to be sent. It says nothing of health, of a unit or of who somebody is: it is read on locked screens and by others
 * (Socialstyrelsen; a unit's name alone may tell why).
 *
 * @param careProvider on whose behalf
 * @param subject of an e-mail; a text message has none
 * @param text plain; to a telephone at most {@link SmsText#MOST_PARTS} parts
 * @param until after this it is not worth sending
 */
public record Notice(CareProviderId careProvider, Recipient to, String subject, String text, Instant until) {

    public Notice {
        if (subject.isBlank() || subject.contains("\n") || text.isBlank())
            throw new IllegalArgumentException("a notice with nothing to say");
        if (to instanceof Recipient.Phone && SmsText.parts(text) > SmsText.MOST_PARTS)
            throw new IllegalArgumentException("too long for a text message");
    }

    @Override
    public String toString() {
        return "Notice[" + to.channel() + "]";
    }
}
