package se.vardmote.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Icons beside words, never instead of them: inline SVG (Lucide, ISC) hidden from screen readers. Read from
 * {@code /icons/<name>.svg}; the file's text is ours and needs no escape.
 */
public final class Icons {
    private final Map<String, String> read = new ConcurrentHashMap<>();

    /** The icon as content of a template. */
    public Content of(String name) {
        String svg = read.computeIfAbsent(name, Icons::read);
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                output.writeContent(svg);
            }
        };
    }

    private static String read(String name) {
        try (var in = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (in == null) throw new IllegalArgumentException("no icon " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
