package se.vardmote.directory.web;

import se.vardmote.organisation.qualifications.Qualification;

/** A part of somebody's training as typed; an absent field is empty. */
public record QualificationForm(String plannedFor, String completedOn, String expiresOn) {

    public QualificationForm {
        plannedFor = Typed.of(plannedFor);
        completedOn = Typed.of(completedOn);
        expiresOn = Typed.of(expiresOn);
    }

    static QualificationForm of(Qualification one) {
        return new QualificationForm(
                Typed.of(one.plannedFor(), ""), Typed.of(one.completedOn(), ""), Typed.of(one.expiresOn(), ""));
    }
}
