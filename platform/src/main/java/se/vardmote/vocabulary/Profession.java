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

    private final boolean licensable;

    Profession(boolean licensable) {
        this.licensable = licensable;
    }

    /** There is a licence (legitimation) for it. Whether somebody holds one stands in the register of staff. */
    public boolean licensable() {
        return licensable;
    }
}
