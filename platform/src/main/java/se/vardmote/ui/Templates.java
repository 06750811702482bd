package se.vardmote.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** The precompiled templates, each given its page, the frame and the words. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Messages messages;

    public Templates(Messages messages) {
        this.messages = messages;
    }

    /** Whether there is a template of that name, such as {@code assessment/knock}. */
    public boolean has(String name) {
        return engine.hasTemplate(file(name));
    }

    /** Renders to the response. */
    void render(String name, Map<String, ?> model, Frame frame, Language language, Writer writer) {
        render(name, model, frame, language, new WriterOutput(writer));
    }

    /**
     * Renders without a request, for the event stream: {@code view} as a page record gives it, {@code frame} as it was
     * when the reader opened the stream.
     */
    public String html(ModelAndView view, Frame frame, Language language) {
        String name = view.getViewName();
        if (name == null) throw new IllegalArgumentException("a view without a name");
        var output = new StringOutput();
        render(name, view.getModel(), frame, language, output);
        return output.toString();
    }

    private void render(String name, Map<String, ?> model, Frame frame, Language language, TemplateOutput output) {
        var given = new HashMap<String, Object>(model);
        given.put("frame", frame);
        given.put("say", messages.in(language));
        engine.render(file(name), given, output);
    }

    private static String file(String name) {
        return name + ".jte";
    }
}
