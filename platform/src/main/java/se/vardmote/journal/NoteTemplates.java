package se.vardmote.journal;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.settings.InForce;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What each part of a note begins with: what has been decided for the reason, nearest on the way up from the unit, else what has
 * been decided for all reasons, else the product's for the reason, else the product's for all.
 */
@Component
public class NoteTemplates {
    private final Settings settings;
    private final WhatUnitsWrite decisions;

    public NoteTemplates(Settings settings, WhatUnitsWrite decisions) {
        this.settings = settings;
        this.decisions = decisions;
    }

    /**
     * @param reason name of {@code CallReason}
     * @param facts what stands in the text for {@code {start}} and the like
     */
    public NoteText fill(CareUnitId unit, String reason, Map<String, String> facts) {
        InForce here = settings.of(unit);
        return NoteText.of(part -> fill(template(here, reason, part), facts));
    }

    private String template(InForce here, String reason, NotePart part) {
        Setting<String> forReason = decisions.template(reason, part);
        Setting<String> forAll = decisions.template(null, part);
        return here.decided(forReason) || !here.decided(forAll) ? here.value(forReason) : here.value(forAll);
    }

    private static String fill(String template, Map<String, String> facts) {
        String text = template;
        for (var fact : facts.entrySet()) text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        return text;
    }
}
