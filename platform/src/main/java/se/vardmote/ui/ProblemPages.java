package se.vardmote.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import se.vardmote.platform.Problem;

/**
 * The one place that turns a problem into an answer: a page for people, {@code problem+json} (RFC 9457) for scripts and
 * programs. The words are those of the problem's slug, else those of its status.
 */
final class ProblemPages {
    static final List<String> KEYS = List.of(
            "unexpected",
            "not-found",
            "forbidden",
            "not-signed-in",
            "csrf",
            "method",
            "too-large",
            "bad-request",
            "too-many",
            "unavailable",
            "conflict");

    private final Messages messages;

    ProblemPages(Messages messages) {
        this.messages = messages;
    }

    /** What answers a problem of ours. */
    Object answer(Problem problem, Reader reader) {
        String own = problem.slug();
        String key = words(reader).has("problem." + own + ".title") ? own : keyOf(problem.status());
        return answer(new Happened(own, key, problem.status(), problem.facts(), null), reader);
    }

    /** What answers a status without a problem of ours. */
    Object answer(String key, int status, @Nullable String correlation, Reader reader) {
        return answer(new Happened("platform/" + key, key, status, Map.of(), correlation), reader);
    }

    static String keyOf(int status) {
        return switch (status) {
            case 400, 415, 422 -> "bad-request";
            case 401 -> "not-signed-in";
            case 403 -> "forbidden";
            case 404, 410 -> "not-found";
            case 405, 406 -> "method";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 429 -> "too-many";
            case 503 -> "unavailable";
            default -> status < 500 ? "bad-request" : "unexpected";
        };
    }

    private record Happened(
            String slug,
            String key,
            int status,
            Map<String, Object> facts,
            @Nullable String correlation) {}

    private Object answer(Happened happened, Reader reader) {
        return reader.wantsPage()
                ? new ProblemPage(happened.key(), happened.status(), happened.correlation(), happened.facts()).view()
                : json(happened, words(reader));
    }

    private static ResponseEntity<ProblemDetail> json(Happened happened, Words words) {
        var detail = ProblemDetail.forStatus(HttpStatusCode.valueOf(happened.status()));
        detail.setType(java.net.URI.create("urn:vardmote:problem:" + happened.slug()));
        detail.setTitle(words.text("problem." + happened.key() + ".title"));
        detail.setDetail(words.facts("problem." + happened.key() + ".text", happened.facts()));
        detail.setProperty("slug", happened.slug());
        happened.facts().forEach(detail::setProperty);
        if (happened.correlation() != null) detail.setProperty("correlation", happened.correlation());
        return ResponseEntity.status(happened.status())
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().tag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private Words words(Reader reader) {
        return messages.in(reader.language());
    }

    /** In what form and language the one who asked reads. */
    record Reader(boolean wantsPage, Language language) {
        static Reader of(jakarta.servlet.http.HttpServletRequest request) {
            String accepts = request.getHeader(HttpHeaders.ACCEPT);
            boolean page = accepts != null && accepts.contains(MediaType.TEXT_HTML_VALUE);
            boolean script = request.getHeader("HX-Request") != null;
            return new Reader(page && !script, ChosenLanguage.of(request));
        }
    }
}
