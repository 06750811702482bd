package se.vardmote.access.card;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import se.vardmote.access.Token;

/**
 * Answers everything that comes in at the card port, before any of the product's own filters and pages: one address that
 * looks at the card and sends the browser back, and nothing else. No page is shown here; what is wrong with a card is said
 * at the ordinary origin.
 */
final class CardDoor extends ValveBase {
    static final String PATH = "/kort";
    static final String VISIT = "besok";

    private final Connector port;
    private final CardCheck check;
    private final ShownCards cards;
    private final CardSignIns signIns;
    private final URI origin;
    private final URI ordinary;

    CardDoor(
            Connector port,
            CardCheck check,
            ShownCards cards,
            CardSignIns signIns,
            CardSettings settings,
            URI ordinary) {
        super(true);
        this.port = port;
        this.check = check;
        this.cards = cards;
        this.signIns = signIns;
        this.origin = Objects.requireNonNull(settings.origin());
        this.ordinary = ordinary;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getConnector() != port) {
            getNext().invoke(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setContentLength(0);
        int refused = refusal(request);
        if (refused != 0) response.setStatus(refused);
        else look(request, response);
    }

    /** 0, or why this is nothing for us. */
    private int refusal(Request request) {
        if (!cards.mayAsk(request)) return 403;
        if (!origin.getAuthority().equalsIgnoreCase(request.getHeader("Host"))) return 421;
        if (!PATH.equals(request.getRequestURI())) return 404;
        return "GET".equals(request.getMethod()) ? 0 : 405;
    }

    private void look(Request request, Response response) {
        Optional<Token> visit = Optional.ofNullable(request.getParameter(VISIT)).flatMap(Token::parse);
        // Whoever comes without a visit of ours has nobody asked about their card.
        String back = visit.filter(signIns::isWaiting)
                .flatMap(waiting -> signIns.handOver(waiting, check.read(cards.in(request))))
                .map(handed -> handed.origin() + CardSignIns.answerPath(handed.handOver()))
                .orElseGet(() -> ordinary + CardSignIns.answerPath(null));
        response.setStatus(303);
        response.setHeader("Location", back);
    }
}
