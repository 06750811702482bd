package se.vardmote.training.idp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Signs in, for this one request for authorization, the person whose card is in the reader. */
final class CardReaderFilter extends OncePerRequestFilter {

    private final CardReader reader;

    CardReaderFilter(CardReader reader) {
        this.reader = reader;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/oauth2/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookie cookie = WebUtils.getCookie(request, CardReader.COOKIE);
        if (cookie != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, CardReader.emptied().toString());
            Optional<Holder> holder = reader.draw(cookie.getValue())
                    .filter(drawn -> drawn.maySignInAt(request.getParameter("client_id")));
            holder.ifPresent(CardReaderFilter::signIn);
        }
        chain.doFilter(request, response);
    }

    private static void signIn(Holder holder) {
        var authorities = List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.X509_AUTHORITY));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(holder.subject(), null, authorities);
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
    }
}
