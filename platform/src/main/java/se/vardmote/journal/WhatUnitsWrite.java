package se.vardmote.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.ImageRoutine;
import se.vardmote.organisation.settings.DefinesSettings;
import se.vardmote.organisation.settings.InForce;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.ui.Language;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What units may decide about notes and pictures: their image routine (R2-77), and what each part of a note begins with, for one
 * reason or for all. The product's own templates are always Swedish, whatever the page speaks (patientdatalagen 3:13).
 */
@Component
public class WhatUnitsWrite implements DefinesSettings {
    static final Setting<String> IMAGE_ROUTINE =
            new Setting<>("pictures.routine", "routines", new Kind.Lines(600, 4), "");
    static final Setting<Boolean> PICTURES_SAVED =
            new Setting<>("pictures.saved", "routines", new Kind.YesOrNo(), true);

    /** A template, and nobody reads a longer one before they write. */
    private static final Kind<String> TEMPLATE = new Kind.Lines(2_000, 6);

    private static final String ANY_REASON = "ANY";
    private final Settings settings;
    private final Words words;

    public WhatUnitsWrite(Settings settings, Messages messages) {
        this.settings = settings;
        this.words = messages.in(Language.SV);
    }

    public ImageRoutine imageRoutine(CareUnitId unit) {
        InForce here = settings.of(unit);
        String text = here.value(IMAGE_ROUTINE);
        return new ImageRoutine(text.isEmpty() ? null : text, here.value(PICTURES_SAVED));
    }

    /** @param reason name of {@code CallReason}, or null for all reasons */
    Setting<String> template(@Nullable String reason, NotePart part) {
        String product = "note.template." + part.word();
        return new Setting<>(
                "template." + (reason == null ? ANY_REASON : reason) + "." + part,
                "templates",
                "template." + part,
                reason == null ? "settings.any-reason" : "reason." + reason,
                TEMPLATE,
                reason == null ? words.text(product) : words.either(product + "." + reason, product));
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(List.of(IMAGE_ROUTINE, PICTURES_SAVED));
        for (NotePart part : NotePart.values()) all.add(template(null, part));
        for (CallReason reason : CallReason.values()) {
            for (NotePart part : NotePart.values()) all.add(template(reason.name(), part));
        }
        return all;
    }
}
