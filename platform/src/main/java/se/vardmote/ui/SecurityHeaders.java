package se.vardmote.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import se.vardmote.platform.Origins;

/**
 * What a browser may do with our answers: only our own files, no frame, no inline script or style, camera and microphone
 * only on the pages that become a call, and nothing kept on a shared computer.
 */
final class SecurityHeaders extends OncePerRequestFilter {
    private static final String CALL_FEATURES =
            "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), screen-wake-lock=(self),"
                    + " autoplay=(self), fullscreen=(self), picture-in-picture=(self)";
    private static final String NO_CALL_FEATURES =
            "camera=(), microphone=(), display-capture=(), speaker-selection=(), screen-wake-lock=(), autoplay=(self),"
                    + " fullscreen=(self), picture-in-picture=()";
    private static final String NEVER =
            ", accelerometer=(), bluetooth=(), browsing-topics=(), geolocation=(), gyroscope=(), hid=(), local-fonts=(),"
                    + " magnetometer=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()";

    private final Origins origins;

    SecurityHeaders(Origins origins) {
        this.origins = origins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        response.setHeader("Content-Security-Policy", policy(request.getHeader(HttpHeaders.HOST)));
        response.setHeader("Permissions-Policy", (becomesACall(path) ? CALL_FEATURES : NO_CALL_FEATURES) + NEVER);
        // Not no-referrer: with it browsers send "Origin: null" with a form, and the Origin check would refuse us.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000");
        if (!path.startsWith("/assets/")) response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        chain.doFilter(request, response);
    }

    private String policy(@Nullable String host) {
        String socket = origins.forHost(host == null ? "" : host)
                .map(SecurityHeaders::socket)
                .orElse("");
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:;"
                + " media-src 'self' blob:; connect-src 'self'" + socket
                + "; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
                + " frame-ancestors 'none'";
    }

    private static String socket(URI origin) {
        return " " + ("https".equals(origin.getScheme()) ? "wss" : "ws") + "://" + origin.getAuthority();
    }

    /** "Min dag" too: it becomes the room in place, so that no page is loaded between the press and the picture. */
    private static boolean becomesACall(String path) {
        return path.equals("/samtal") || path.startsWith("/samtal/") || path.equals("/min-dag");
    }
}
