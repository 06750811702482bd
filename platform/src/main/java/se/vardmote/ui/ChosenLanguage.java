package se.vardmote.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Swedish until the reader presses the language link: {@code ?sprak=en} on any page, kept in a cookie. The browser's own
 * wish is not asked, because shared computers and devices in Swedish care are often set to English.
 */
final class ChosenLanguage implements LocaleResolver {
    static final String PARAMETER = "sprak";
    static final String COOKIE = "__Host-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request).locale();
    }

    static Language of(HttpServletRequest request) {
        String asked = request.getParameter(PARAMETER);
        if (asked != null) return Language.of(asked);
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Language.SV;
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .map(cookie -> Language.of(cookie.getValue()))
                .orElse(Language.SV);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) return;
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(Language.of(locale.getLanguage())));
    }

    static String cookie(Language language) {
        return ResponseCookie.from(COOKIE, language.tag())
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }
}
