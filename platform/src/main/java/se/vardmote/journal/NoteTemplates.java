package se.vardmote.journal;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What each part of a note begins with: the unit's own text for the reason, else the unit's for all reasons, else the
 * product's for the reason, else the product's for all. Always Swedish, whatever the page speaks (patientdatalagen 3:13).
 */
@Component
public class NoteTemplates {
    private final JdbcClient jdbc;
    private final Words words;

    public NoteTemplates(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.words = messages.in(Language.SV);
    }

    /**
     * @param reason name of {@code CallReason}
     * @param facts what stands in the text for {@code {start}} and the like
     */
    public NoteText fill(CareUnitId unit, String reason, Map<String, String> facts) {
        return NoteText.of(part -> fill(ofUnit(unit, reason, part).orElseGet(() -> ofProduct(reason, part)), facts));
    }

    private Optional<String> ofUnit(CareUnitId unit, String reason, NotePart part) {
        return jdbc.sql("""
                        select text from journal.template
                        where care_unit_id = ? and part = ? and (reason = ? or reason is null)
                        order by reason nulls last limit 1""")
                .params(unit.value(), part.name(), reason)
                .query(String.class)
                .optional();
    }

    private String ofProduct(String reason, NotePart part) {
        String key = "note.template." + part.word();
        return words.either(key + "." + reason, key);
    }

    private static String fill(String template, Map<String, String> facts) {
        String text = template;
        for (var fact : facts.entrySet()) text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        return text;
    }
}
