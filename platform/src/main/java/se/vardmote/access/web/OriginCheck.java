package se.vardmote.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import se.vardmote.platform.Origins;

/**
 * Answers only under our own names (a stranger's name that points at us is DNS rebinding), and lets a request that
 * changes something, or opens a socket, come only from a page of the very origin that it is sent to.
 */
final class OriginCheck extends OncePerRequestFilter {
    private static final String OURS = OriginCheck.class.getName();
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    /** Asked by machines under an address, and they show nothing. */
    private static final Set<String> UNDER_ANY_NAME = Set.of("/halsa", "/halsa/redo");

    private final Origins origins;
    private final AccessDeniedHandler refusals;

    OriginCheck(Origins origins, AccessDeniedHandler refusals) {
        this.origins = origins;
        this.refusals = refusals;
    }

    /** The configured origin that the request was made to. */
    static URI of(HttpServletRequest request) {
        if (request.getAttribute(OURS) instanceof URI origin) return origin;
        throw new IllegalStateException("the origin has not been checked");
    }

    static final class Foreign extends AccessDeniedException {
        Foreign() {
            super("foreign origin");
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UNDER_ANY_NAME.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        Optional<URI> origin = host == null ? Optional.empty() : origins.forHost(host);
        // An https name on a port without TLS, or the other way round, is somebody who goes round the proper door.
        origin = origin.filter(ours -> ours.getScheme().equals(request.getScheme()));
        if (origin.isEmpty() || changes(request) && !sameOrigin(request, origin.get())) {
            refusals.handle(request, response, new Foreign());
            return;
        }
        request.setAttribute(OURS, origin.get());
        chain.doFilter(request, response);
    }

    private static boolean changes(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod()) || request.getHeader(HttpHeaders.UPGRADE) != null;
    }

    /** Every browser of today sends one of the two with such a request; one that sends neither is no browser. */
    private static boolean sameOrigin(HttpServletRequest request, URI origin) {
        String from = request.getHeader(HttpHeaders.ORIGIN);
        if (from != null) return origin.toString().equalsIgnoreCase(from);
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
