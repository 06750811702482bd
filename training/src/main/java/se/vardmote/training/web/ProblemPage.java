package se.vardmote.training.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person sees when a request was refused: what happened and what to do, never a stack trace. */
@RestController
class ProblemPage implements ErrorController {

    private final Pages pages;

    ProblemPage(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<String> problem(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        return pages.page(status, "problem.jte", Map.of("text", textFor(status)));
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static String textFor(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Sidan finns inte i provmiljön.";
            case BAD_REQUEST ->
                "Inloggningen gick inte att börja: det som begärde den är inte känt här, eller saknar något som behövs.";
            case FORBIDDEN -> "Sidan hade varit öppen för länge. Börja om från startsidan.";
            default -> "Något gick fel i provmiljön. Det du gjort i Vårdmöte påverkas inte.";
        };
    }
}
