package se.vardmote.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import se.vardmote.platform.Problem;

/**
 * Answers what never reached a controller: {@code sendError} of the filters and of the container. A filter that knows more
 * leaves its {@link Problem} as a request attribute under {@code Problem.class.getName()}.
 */
@Controller
class ErrorPage implements ErrorController {
    private final ProblemPages pages;

    ErrorPage(ProblemPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var reader = ProblemPages.Reader.of(request);
        if (request.getAttribute(Problem.class.getName()) instanceof Problem problem)
            return pages.answer(problem, reader);
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given
                ? given
                : HttpStatus.NOT_FOUND.value();
        boolean csrf = request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
        if (status < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return pages.answer(csrf ? "csrf" : ProblemPages.keyOf(status), status, null, reader);
        }
        return pages.answer(ProblemPages.keyOf(status), status, code(request), reader);
    }

    private static String code(HttpServletRequest request) {
        if (request.getAttribute(LastResort.CODE) instanceof String code) return code;
        Object happened = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return Correlation.log(
                happened instanceof Throwable throwable ? throwable : new IllegalStateException(), request.getMethod());
    }
}
