package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** Camera and microphone only on the pages that become a call; "Min dag" is one, because the room opens in its place. */
final class CallFeatures implements HeaderWriter {
    private static final String CALL =
            "camera=(self), microphone=(self), screen-wake-lock=(self), autoplay=(self), fullscreen=(self), ";
    private static final String OTHER =
            "camera=(), microphone=(), screen-wake-lock=(), autoplay=(self), fullscreen=(self), ";
    private static final String NEVER =
            "display-capture=(), geolocation=(), payment=(), usb=(), bluetooth=(), midi=(), serial=(), hid=()";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Permissions-Policy", (becomesACall(request.getRequestURI()) ? CALL : OTHER) + NEVER);
    }

    private static boolean becomesACall(String path) {
        return path.equals("/samtal")
                || path.startsWith("/samtal/")
                || path.equals("/min-dag")
                || path.startsWith("/min-dag/")
                || path.startsWith("/vantande/");
    }
}
