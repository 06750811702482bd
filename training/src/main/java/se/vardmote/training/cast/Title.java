package se.vardmote.training.cast;

/** What a cast member is by profession; the constants' names are those of the product's professions. */
public enum Title {
    NURSE("Sjuksköterska"),
    PHYSIOTHERAPIST("Fysioterapeut"),
    OCCUPATIONAL_THERAPIST("Arbetsterapeut"),
    ASSISTANT_NURSE("Undersköterska"),
    CARE_ASSISTANT("Vårdbiträde"),
    ADMINISTRATOR("Systemförvaltare");

    private final String swedish;

    Title(String swedish) {
        this.swedish = swedish;
    }

    /** Everybody in the cast who can hold a licence (legitimation) does. */
    boolean licensed() {
        return this == NURSE || this == PHYSIOTHERAPIST || this == OCCUPATIONAL_THERAPIST;
    }

    public String swedish() {
        return swedish;
    }
}
