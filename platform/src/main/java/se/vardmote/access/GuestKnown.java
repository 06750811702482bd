package se.vardmote.access;

/** How we know who a guest is, as they come to the lobby. */
public sealed interface GuestKnown {

    record ByEId(EId person) implements GuestKnown {}

    record ByCode() implements GuestKnown {}

    record NotIdentified() implements GuestKnown {}

    default GuestAssurance assurance() {
        return switch (this) {
            case ByEId byEId -> GuestAssurance.E_ID;
            case ByCode byCode -> GuestAssurance.ONE_TIME_CODE;
            case NotIdentified none -> GuestAssurance.NOT_IDENTIFIED;
        };
    }
}
