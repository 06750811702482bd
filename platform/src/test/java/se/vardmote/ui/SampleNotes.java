package se.vardmote.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.journal.web.NotePage;
import se.vardmote.journal.web.NotePage.Participant;
import se.vardmote.journal.web.NotePage.Signed;

/** The note in every state. */
final class SampleNotes {
    private static final Instant START = SamplePages.NOW.minus(Duration.ofMinutes(31));
    private static final String PREFILLED = """
            Digitalt bedömningssamtal på grund av fall. Omvårdnadspersonal Kim Ekdal (Hemtjänst natt) på plats.

            Aktuellt:

            Bedömning:

            Åtgärd:
            """;

    private SampleNotes() {}

    static Map<String, ModelAndView> all() {
        var note = new Signed(
                PREFILLED.replace("Bedömning:", "Bedömning: Ingen misstanke om fraktur. Går med stöd."),
                "Noor Sandgren",
                "NURSE",
                SamplePages.NOW.minus(Duration.ofMinutes(3)));
        var addition =
                new Signed("Uppföljning i morgon 09.00.", "Noor Sandgren", "NURSE", SamplePages.NOW.minusSeconds(20));
        return Map.of(
                "note", page(PREFILLED, START.plus(Duration.ofMinutes(17)), List.of(), Map.of()),
                "note-ongoing", page(PREFILLED, null, List.of(), Map.of()),
                "note-empty", page("", START.plus(Duration.ofMinutes(17)), List.of(), Map.of("text", "missing")),
                "note-signed", page("", START.plus(Duration.ofMinutes(17)), List.of(note), Map.of()),
                "note-addition", page("", START.plus(Duration.ofMinutes(17)), List.of(note, addition), Map.of()));
    }

    private static ModelAndView page(
            String text, @Nullable Instant ended, List<Signed> signed, Map<String, String> errors) {
        return new NotePage(
                        "1",
                        "Tolvan Tolvansson",
                        ended == null ? null : "19121212-1212",
                        "FALL",
                        START,
                        ended,
                        ended == null ? "could-not" : "yes",
                        ended == null ? "Sov när vi ringde" : "",
                        List.of(
                                new Participant("Noor Sandgren", "NURSE", "SITHS"),
                                new Participant("Kim Ekdal", null, "VOUCHED_FOR"),
                                new Participant("Tolvan Tolvansson", null, "VOUCHED_FOR")),
                        text,
                        signed.isEmpty() ? SamplePages.NOW.minusSeconds(70) : null,
                        signed,
                        errors)
                .view();
    }
}
