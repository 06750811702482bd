package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import se.vardmote.platform.Origins;

/** What a page may load: from ourselves only, no inline script or style, no frame around us. */
final class ContentPolicy implements HeaderWriter {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'%s",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
    private final Origins origins;

    ContentPolicy(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String host = request.getHeader("Host");
        // Older Safari does not count a socket to the same host as 'self'.
        String socket = host == null
                ? ""
                : origins.forHost(host)
                        .map(origin -> " ws" + origin.toString().substring("http".length()))
                        .orElse("");
        response.setHeader("Content-Security-Policy", POLICY.formatted(socket));
    }
}
