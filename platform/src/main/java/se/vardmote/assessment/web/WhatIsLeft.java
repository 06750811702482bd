package se.vardmote.assessment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.PastCall;
import se.vardmote.assessment.web.PastCallPage.Left;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.DutyBackground.Occurrence;
import se.vardmote.journal.Pictures;
import se.vardmote.retention.RetentionUnits;

/** What stays of a call when its content has gone (R0-39): read from what is there, so that the page promises neither more nor less. */
@Component
class WhatIsLeft {
    private final Duties duties;
    private final Pictures pictures;
    private final RetentionUnits retention;

    WhatIsLeft(Duties duties, Pictures pictures, RetentionUnits retention) {
        this.duties = duties;
        this.pictures = pictures;
        this.retention = retention;
    }

    /** In the order in which it is told. */
    List<Left> of(PastCall call, Optional<Duty> duty) {
        List<Left> left = new ArrayList<>(List.of(Left.PERSON, Left.TIMES));
        if (call.judgedBy() != null) left.add(Left.JUDGEMENT);
        left.addAll(duty.filter(this::isKept).map(this::documented).orElse(List.of(Left.ROLES)));
        return left;
    }

    /** Documentation has its time too. */
    private boolean isKept(Duty duty) {
        return retention.forgottenAt(duty.documentation()).isEmpty();
    }

    private List<Left> documented(Duty duty) {
        List<Left> left = new ArrayList<>(List.of(Left.NAMES));
        Set<String> happened = duties.background(duty).occurrences().stream()
                .map(Occurrence::code)
                .collect(Collectors.toSet());
        if (happened.contains("emergency")) left.add(Left.EMERGENCIES);
        if (happened.contains("instruction")) left.add(Left.INSTRUCTIONS);
        if (duty.signed()) left.add(Left.NOTE);
        else if (duty.savedAt() != null) left.add(Left.DRAFT);
        if (!pictures.of(duty).isEmpty()) left.add(Left.PICTURES);
        return left;
    }
}
