package se.vardmote.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies that carry a {@link Token}: bound to one host, never sent in clear or to script. Browsers accept them over
 * HTTP from {@code localhost} and below it only.
 */
public enum HostCookie {
    SESSION("session"),
    DEVICE("device"),
    SEAT("seat"),
    INVITATION("invitation"),
    GUEST("guest"),
    E_ID("e-id"),
    DRAFT("draft"),
    SIGN_IN("sign-in"),
    PAIRING("pairing");

    /** Browsers cut longer lives to 400 days. */
    public static final Duration LONGEST = Duration.ofDays(400);

    private final String cookieName;

    HostCookie(String what) {
        this.cookieName = "__Host-" + what;
    }

    public String cookieName() {
        return cookieName;
    }

    /** The token that the request shows, if it has the form of one. */
    public Optional<Token> in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(cookieName)) return Token.parse(cookie.getValue());
        }
        return Optional.empty();
    }

    public void give(HttpServletResponse response, Token token, Duration life) {
        write(response, token.text(), life);
    }

    /** Takes the cookie back. */
    public void remove(HttpServletResponse response) {
        write(response, "", Duration.ZERO);
    }

    private void write(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookieName, value)
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
