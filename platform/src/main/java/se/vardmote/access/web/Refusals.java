package se.vardmote.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actors;
import se.vardmote.access.rights.Grantee;
import se.vardmote.access.rights.Rights;

/**
 * What one who was not let through meets: the way in where there is one (sign-in, the code), else a problem. A problem
 * is forwarded to {@link RefusedController}, so that it is shown like all others.
 */
@Component
final class Refusals implements AccessDeniedHandler {
    static final String PROBLEM = Refusals.class.getName();
    private static final Set<Grantee> STAFF = Set.of(
            Grantee.STAFF, Grantee.SOCIAL, Grantee.LICENSED, Grantee.PROFESSIONAL, Grantee.HEAD, Grantee.ADMINISTRATOR);
    private static final Set<Grantee> HOLDERS = Set.of(Grantee.DEVICE, Grantee.INVITED);
    private final RefusedAttempts attempts;

    Refusals(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        AccessProblem problem = problem(denied);
        if (denied instanceof AuthorizationDeniedException) attempts.note(Actors.current(), request, problem);
        String wayIn = isNavigation(request) ? wayIn(problem) : null;
        if (wayIn != null) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, wayIn);
            return;
        }
        // htmx follows this instead of putting the problem into a part of the page.
        if (request.getHeader("HX-Request") != null && problem instanceof AccessProblem.SignInNeeded)
            response.setHeader("HX-Redirect", "/logga-in");
        response.resetBuffer();
        request.setAttribute(PROBLEM, problem);
        request.getRequestDispatcher(RefusedController.PATH).forward(request, response);
    }

    private static AccessProblem problem(AccessDeniedException denied) {
        if (denied instanceof OriginCheck.Foreign) return new AccessProblem.ForeignOrigin();
        if (denied instanceof CsrfException) return new AccessProblem.FormTooOld();
        if (denied instanceof AuthorizationDeniedException by
                && by.getAuthorizationResult() instanceof Rights.Refused refused) return problem(refused.needed());
        return new AccessProblem.NoSuchPage();
    }

    private static AccessProblem problem(Set<Grantee> needed) {
        if (needed.contains(Grantee.GUEST)) return new AccessProblem.LinkNeeded();
        if (needed.contains(Grantee.SEATED)) return new AccessProblem.SeatNeeded();
        if (needed.stream().anyMatch(HOLDERS::contains)) return new AccessProblem.DeviceOrCodeNeeded();
        for (Grantee grantee : needed) {
            if (!STAFF.contains(grantee)) continue;
            return Actors.current().filter(Actors::signedIn).isPresent()
                    ? new AccessProblem.NotForYou(grantee.word())
                    : new AccessProblem.SignInNeeded();
        }
        return new AccessProblem.NoSuchPage();
    }

    private static @Nullable String wayIn(AccessProblem problem) {
        return switch (problem) {
            case AccessProblem.SignInNeeded needed -> "/logga-in";
            case AccessProblem.DeviceOrCodeNeeded needed -> "/bedomningssamtal/kod";
            case AccessProblem.LinkNeeded needed -> "/kallelse";
            case AccessProblem.SeatNeeded needed -> "/hej-da?varfor=expired";
            default -> null;
        };
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }
}
