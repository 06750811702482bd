package se.vardmote.access.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.vardmote.access.AccountSettings;
import se.vardmote.access.SignInSettings;
import se.vardmote.access.VisitorSignInSettings;
import se.vardmote.access.enrolment.DeviceTokens;
import se.vardmote.access.rights.Rights;
import se.vardmote.platform.Origins;

/** The one chain of filters, in the order: headers, our own name and origin, form token, device, rights. */
@Configuration
@EnableConfigurationProperties({SignInSettings.class, AccountSettings.class, VisitorSignInSettings.class})
class DoorConfiguration implements WebMvcConfigurer {

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            ActorsRepository actors,
            CookieCsrfTokenRepository formTokens,
            Rights rights,
            Refusals refusals,
            Origins origins,
            DeviceTokens devices) {
        return http.securityContext(context -> context.securityContextRepository(actors))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        // A refusal on its way to its page; the request itself went no further.
                        .ignoringRequestMatchers(request -> request.getDispatcherType() == DispatcherType.FORWARD))
                .headers(headers -> headers(headers, origins))
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(refusals))
                .addFilterBefore(new OriginCheck(origins, refusals), CsrfFilter.class)
                .addFilterAfter(new DeviceCookies(devices), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // Continues what was let in as a request.
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(rights))
                .build();
    }

    /** Not to be read by script: pages carry the token in a form field and a meta element. */
    @Bean
    CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax").path("/"));
        return tokens;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorParameters());
    }

    /** Before anything else, because a forwarded refusal is finished by the container behind our back. */
    private static ObjectPostProcessor<HeaderWriterFilter> atOnce() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, Origins origins) {
        headers.withObjectPostProcessor(atOnce())
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store"))
                .addHeaderWriter(new ContentPolicy(origins))
                .addHeaderWriter(new CallFeatures())
                // A tablet on the local network still needs the host's page without TLS, should it trust anew.
                .httpStrictTransportSecurity(strict -> strict.requestMatcher(request -> request.isSecure()
                        && Optional.ofNullable(request.getHeader(HttpHeaders.HOST))
                                .flatMap(origins::forHost)
                                .filter(origin -> !origins.isLan(origin))
                                .isPresent()))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
