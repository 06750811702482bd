package se.vardmote.training.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import se.vardmote.training.Addresses;

/** Headers and the form token of all pages. The pages are open: only this computer reaches them. */
@Configuration
public class PageSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain openPages(HttpSecurity http, Addresses addresses) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // The product sends text messages with a proof of its own, and without a form.
                .csrf(csrf -> csrf.csrfTokenRepository(formToken()).ignoringRequestMatchers("/sms"))
                .headers(headers(addresses))
                .build();
    }

    /**
     * Browsers apply {@code form-action} to the redirects after a form too, and choosing a card ends at the product:
     * therefore its origins stand there.
     */
    public static Customizer<HeadersConfigurer<HttpSecurity>> headers(Addresses addresses) {
        String policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + String.join(" ", addresses.productOrigins());
        return headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable)
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), display-capture=()"));
    }

    private static CookieCsrfTokenRepository formToken() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName("provmiljo-formular");
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return repository;
    }
}
