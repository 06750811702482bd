package se.vardmote.training.idp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseCookie;
import se.vardmote.training.cast.CastMember;
import se.vardmote.training.cast.TestPerson;

/**
 * The card, or the e-ID, that a browser holds in its reader: one sign-in long, at most a minute. There is no single sign-on on
 * purpose: the next sign-in asks for a card again, so that one browser can play several people.
 */
public final class CardReader {

    static final String COOKIE = "provmiljo-kort";
    static final Duration TIME_IN_READER = Duration.ofSeconds(60);

    private record Inserted(Holder holder, Instant until) {}

    private final Map<String, Inserted> inserted = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public CardReader(Clock clock) {
        this.clock = clock;
    }

    /** @return the cookie by which the next sign-in of this browser finds the card */
    public ResponseCookie insert(CastMember holder) {
        return insert(new Holder.Card(holder));
    }

    /** As above, for somebody with an e-ID. */
    ResponseCookie insert(TestPerson person) {
        return insert(new Holder.EId(person));
    }

    private ResponseCookie insert(Holder holder) {
        Instant now = clock.instant();
        inserted.values().removeIf(card -> card.until().isBefore(now));
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        inserted.put(token, new Inserted(holder, now.plus(TIME_IN_READER)));
        return cookie(token, TIME_IN_READER);
    }

    /** Takes the card out: the same token never answers twice. */
    Optional<Holder> draw(String token) {
        Inserted card = inserted.remove(token);
        return Optional.ofNullable(card)
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Inserted::holder);
    }

    static ResponseCookie emptied() {
        return cookie("", Duration.ZERO);
    }

    private static ResponseCookie cookie(String token, Duration life) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }
}
