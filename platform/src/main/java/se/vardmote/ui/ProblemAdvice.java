package se.vardmote.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.NotAnIdentifier;

/** Answers what a controller throws. */
@ControllerAdvice
class ProblemAdvice {
    private final ProblemPages pages;

    ProblemAdvice(ProblemPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    Object problem(ProblemException happened, HttpServletRequest request) {
        return pages.answer(happened.problem(), ProblemPages.Reader.of(request));
    }

    /** An address with something else where an identifier stands leads nowhere. */
    @ExceptionHandler
    Object noSuchPage(NotAnIdentifier happened, HttpServletRequest request) {
        int status = HttpStatus.NOT_FOUND.value();
        return pages.answer(ProblemPages.keyOf(status), status, null, ProblemPages.Reader.of(request));
    }

    /**
     * Spring's own refusals know their status; everything else is unexpected. Access is security's to answer. A page that
     * has gone away is nobody's mistake, and nobody is left to answer.
     */
    @ExceptionHandler
    Object other(Exception happened, HttpServletRequest request) throws Exception {
        if (happened instanceof AccessDeniedException || happened instanceof AuthenticationException) throw happened;
        if (DisconnectedClientHelper.isClientDisconnectedException(happened)) throw happened;
        var reader = ProblemPages.Reader.of(request);
        if (happened instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
            int status = known.getStatusCode().value();
            return pages.answer(ProblemPages.keyOf(status), status, null, reader);
        }
        String code = Correlation.log(happened, request.getMethod());
        return pages.answer("unexpected", HttpStatus.INTERNAL_SERVER_ERROR.value(), code, reader);
    }
}
