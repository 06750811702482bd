package se.vardmote.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.HostCookie;
import se.vardmote.access.enrolment.DeviceTokens;
import se.vardmote.access.enrolment.DeviceTokens.Recognised;

/**
 * Recognises an enrolled device. Its token is changed with a page, never with a stream, a fragment or a socket: there
 * the browser may drop the answer half-way.
 */
final class DeviceCookies extends OncePerRequestFilter {
    private static final String RECOGNISED = DeviceCookies.class.getName();
    private final DeviceTokens tokens;

    DeviceCookies(DeviceTokens tokens) {
        this.tokens = tokens;
    }

    static Optional<EnrolledDevice> recognised(HttpServletRequest request) {
        return request.getAttribute(RECOGNISED) instanceof EnrolledDevice device
                ? Optional.of(device)
                : Optional.empty();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/halsa");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HostCookie.DEVICE
                .in(request)
                .flatMap(token -> tokens.recognise(token, isPage(request)))
                .ifPresent(recognised -> carry(recognised, request, response));
        chain.doFilter(request, response);
    }

    private static void carry(Recognised recognised, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(RECOGNISED, recognised.device());
        if (recognised.next() != null) HostCookie.DEVICE.give(response, recognised.next(), HostCookie.LONGEST);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }
}
