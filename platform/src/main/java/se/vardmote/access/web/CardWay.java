package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Token;
import se.vardmote.access.card.CardPort;
import se.vardmote.access.card.CardReading;
import se.vardmote.access.card.CardSignIns;
import se.vardmote.access.signin.Identity;
import se.vardmote.access.signin.Refusal;
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.SignIn.Outcome;

/** The way over the card port, as the ordinary origin sees it: off with a visit, back with what was handed over. */
@Component
final class CardWay {
    private final CardPort port;
    private final CardSignIns signIns;
    private final SignIn signIn;

    CardWay(CardPort port, CardSignIns signIns, SignIn signIn) {
        this.port = port;
        this.signIns = signIns;
        this.signIn = signIn;
    }

    boolean on() {
        return port.on();
    }

    /** Where to send the browser; empty where there is no card port. */
    Optional<String> leave(URI origin, HttpServletResponse response) {
        if (!port.on()) return Optional.empty();
        CardSignIns.Left left = signIns.begin(origin);
        HostCookie.SIGN_IN.give(response, left.browser(), CardSignIns.PATIENCE);
        return Optional.of(port.address(left.visit()));
    }

    Outcome back(String handedOver, HttpServletRequest request) {
        Optional<CardReading> reading = Token.parse(handedOver)
                .flatMap(token -> HostCookie.SIGN_IN.in(request).flatMap(browser -> signIns.take(token, browser)));
        return reading.map(read -> outcome(read, request)).orElseGet(() -> new Outcome.Refused(Refusal.EXPIRED));
    }

    private Outcome outcome(CardReading reading, HttpServletRequest request) {
        return switch (reading) {
            case CardReading.Holder(var hsaId) -> signIn.admit(Identity.withCard(hsaId), Browsers.occasion(request));
            case CardReading.Refused refused -> signIn.refuse(refused.why(), refused.hsaId());
        };
    }
}
