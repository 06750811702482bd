package se.vardmote.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps the language that the reader chose by the link at the foot of a page. */
final class RememberedLanguage implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter(ChosenLanguage.PARAMETER);
        if (asked != null) response.addHeader(HttpHeaders.SET_COOKIE, ChosenLanguage.cookie(Language.of(asked)));
        return true;
    }
}
