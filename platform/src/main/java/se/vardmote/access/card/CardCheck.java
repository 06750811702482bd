package se.vardmote.access.card;

import java.io.IOException;
import java.security.cert.CertPath;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.vardmote.access.signin.Refusal;
import se.vardmote.vocabulary.HsaId;

/**
 * Whether a card lets somebody in. That the card is in the reader is proved by the handshake; everything else is asked
 * here, on every visit, in an order that sends nothing to any address before an issuer that we trust has vouched for it.
 */
final class CardCheck {
    private static final Logger log = LoggerFactory.getLogger(CardCheck.class);
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final int DIGITAL_SIGNATURE = 0;

    private final TrustedIssuers issuers;
    private final CardSettings settings;
    private final CardStandings standings;
    private final Clock clock;

    CardCheck(TrustedIssuers issuers, CardSettings settings, CardStandings standings, Clock clock) {
        this.issuers = issuers;
        this.settings = settings;
        this.standings = standings;
        this.clock = clock;
    }

    /** @param shown the card's certificate first, then what the browser sent along; empty for no card */
    CardReading read(List<X509Certificate> shown) {
        if (shown.isEmpty()) return refused(Refusal.NO_CARD);
        X509Certificate card = shown.getFirst();
        if (!inTime(card)) return refused(Refusal.CARD_EXPIRED);
        Optional<CertPath> way = issuers.way(card, shown.subList(1, shown.size()), clock.instant());
        if (way.isEmpty()) return refused(Refusal.CARD_NOT_TRUSTED);
        CardReading named = CardSubject.read(card);
        if (!(named instanceof CardReading.Holder(HsaId id))) return named;
        if (!isForStaff(card)) return new CardReading.Refused(Refusal.WRONG_CARD, id);
        return standing(card, way.get(), id);
    }

    private CardReading standing(X509Certificate card, CertPath way, HsaId id) {
        return switch (issuers.standing(way, clock.instant())) {
            case GOOD -> {
                standings.good(card);
                yield new CardReading.Holder(id);
            }
            case BLOCKED -> {
                standings.blocked(card);
                yield new CardReading.Refused(Refusal.CARD_BLOCKED, id);
            }
            case NOBODY_ANSWERS -> withoutAnswer(card, id);
        };
    }

    private CardReading withoutAnswer(X509Certificate card, HsaId id) {
        boolean lately = standings.wasGoodLately(card);
        log.warn("Nobody says whether a card is blocked; {}", lately ? "the last good answer counts" : "refused");
        return lately ? new CardReading.Holder(id) : new CardReading.Refused(Refusal.CARD_UNCHECKED, id);
    }

    private boolean inTime(X509Certificate card) {
        try {
            card.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return false;
        }
    }

    /** One of our policies, made for signing in, and not an authority's own. */
    private boolean isForStaff(X509Certificate card) {
        try {
            List<String> purposes = card.getExtendedKeyUsage();
            if (purposes == null || !purposes.contains(CLIENT_AUTHENTICATION) || card.getBasicConstraints() >= 0)
                return false;
            boolean[] uses = card.getKeyUsage();
            if (uses != null && !uses[DIGITAL_SIGNATURE]) return false;
            var selector = new X509CertSelector();
            selector.setPolicy(Set.copyOf(settings.policies()));
            return selector.match(card);
        } catch (IOException | CertificateParsingException e) {
            return false;
        }
    }

    private static CardReading refused(Refusal why) {
        return new CardReading.Refused(why, null);
    }
}
