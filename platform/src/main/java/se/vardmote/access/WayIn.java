package se.vardmote.access;

/** By which way somebody signed in; words are {@code way-in.<name>}. */
public enum WayIn {
    /** A SITHS card in this computer, at our own card port. */
    CARD,
    /** The identity provider vouches. */
    PROVIDER,
    /** The care provider's own sign-in service vouches for an account of its own: opens assignments, never patients. */
    ACCOUNT
}
