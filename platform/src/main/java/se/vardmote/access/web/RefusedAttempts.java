package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actors;

/** Notes attempts that the rights table refused. */
@Component
class RefusedAttempts {
    private static final Logger log = LoggerFactory.getLogger(RefusedAttempts.class);

    void note(Optional<Actors> actors, HttpServletRequest request, AccessProblem problem) {
        log.debug("{} was refused", problem.slug());
    }
}
