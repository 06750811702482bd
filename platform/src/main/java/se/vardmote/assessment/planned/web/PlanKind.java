package se.vardmote.assessment.planned.web;

/** Who plans, and for when; texts are {@code plan.<name>.<what>}. */
public enum PlanKind {
    /** A professional, for a time to come (R0-17, R0-20). */
    AHEAD,
    /** A professional, for this moment: the other has been phoned (R0-21). */
    NOW,
    /** A care worker on a device (R0-16). */
    BY_CARE_WORKER;

    public boolean ahead() {
        return this != NOW;
    }

    public boolean byProfessional() {
        return this != BY_CARE_WORKER;
    }

    public String action() {
        return switch (this) {
            case AHEAD -> "/planerade/ny";
            case NOW -> "/planerade/nu";
            case BY_CARE_WORKER -> "/bedomningssamtal/planera";
        };
    }
}
