package se.vardmote.vocabulary;

/** What somebody on the staff works as. Swedish words stand in the message files ({@code profession.NURSE}). */
public enum Profession {
    NURSE(true),
    DISTRICT_NURSE(true),
    PHYSIOTHERAPIST(true),
    OCCUPATIONAL_THERAPIST(true),
    PHYSICIAN(true),
    /** Undersköterska: a protected title, but no licence (legitimation). */
    ASSISTANT_NURSE(false),
    CARE_ASSISTANT(false),
    ADMINISTRATOR(false);

    private final boolean licensed;

    Profession(boolean licensed) {
        this.licensed = licensed;
    }

    /** Holds a licence (legitimation), and may so judge and admit (R0-1). */
    public boolean licensed() {
        return licensed;
    }
}
