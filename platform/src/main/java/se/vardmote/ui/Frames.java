package se.vardmote.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/** Reads the frame of a page from its request. */
public final class Frames {

    /** Who is signed in by this request. */
    @FunctionalInterface
    public interface SignedInReader {
        Optional<SignedIn> of(HttpServletRequest request);
    }

    /** The planned stops that reach whoever asks for the page. */
    @FunctionalInterface
    public interface StopReader {
        List<StopNotice> now();
    }

    private final Assets assets;
    private final Icons icons = new Icons();
    private final boolean training;
    private final BrowserSettings browsers;
    private final SignedInReader signedIn;
    private final StopReader stops;

    public Frames(
            Assets assets, boolean training, BrowserSettings browsers, SignedInReader signedIn, StopReader stops) {
        this.assets = assets;
        this.training = training;
        this.browsers = browsers;
        this.signedIn = signedIn;
        this.stops = stops;
    }

    /** The frame of this request; keep it for what is pushed to the same page later. */
    public Frame of(HttpServletRequest request) {
        return new Frame(
                assets,
                training,
                signedIn.of(request).orElse(null),
                csrf(request),
                path(request),
                failed(request) ? "/" : request.getRequestURI(),
                telephone(request),
                !browsers.support(browser(request)),
                stops.now(),
                icons);
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** Tablets cannot dial, and a tablet's browser may call itself a computer: only a telephone's own words count. */
    private static boolean telephone(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        if (agent == null) return false;
        return agent.contains("iPhone") || (agent.contains("Android") && agent.contains("Mobile"));
    }

    private static Browser browser(HttpServletRequest request) {
        return Browser.of(request.getHeader("User-Agent"), request.getHeader("Sec-CH-UA"));
    }

    private static String path(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && !failed(request) ? request.getRequestURI() : "/";
    }

    private static boolean failed(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
    }
}
