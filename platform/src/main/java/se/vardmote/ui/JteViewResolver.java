package se.vardmote.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the template of a view name. A page is written whole or not at all, so that a failure can still become a page. */
final class JteViewResolver implements ViewResolver, Ordered {
    private final Templates templates;
    private final Frames frames;

    JteViewResolver(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (!templates.has(name)) return null;
        var language = Language.of(locale.getLanguage());
        return (model, request, response) -> write(name, model, language, request, response);
    }

    private void write(
            String name,
            @Nullable Map<String, ?> model,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws java.io.IOException {
        var page = new StringWriter(16_384);
        templates.render(name, model == null ? Map.of() : new HashMap<>(model), frames.of(request), language, page);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", language.tag());
        response.getWriter().append(page.getBuffer());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
