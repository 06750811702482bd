package se.vardmote.access.card;

import org.springframework.stereotype.Component;
import se.vardmote.access.Token;

/** Where a browser shows its card. */
@Component
public class CardPort {
    private final CardSettings settings;

    CardPort(CardSettings settings) {
        this.settings = settings;
    }

    public boolean on() {
        return settings.on();
    }

    /** With the visit that the browser is on; nothing of it is personal, and it is used once. */
    public String address(Token visit) {
        return settings.origin() + CardDoor.PATH + "?" + CardDoor.VISIT + "=" + visit.text();
    }
}
