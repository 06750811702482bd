package se.vardmote.organisation.settings;

import se.vardmote.vocabulary.CareUnitId;

/** Where what holds at a unit comes from. */
public sealed interface Origin {

    /** The unit has decided it. */
    record Own() implements Origin {}

    /** A unit that it is a part of has. */
    record OfUnit(CareUnitId unit) implements Origin {}

    /** The care provider has, for all its units. */
    record OfCareProvider() implements Origin {}

    /** Nobody has. */
    record OfProduct() implements Origin {}
}
