package se.vardmote.access;

/** By which way somebody signed in; words are {@code way-in.<name>}. */
public enum WayIn {
    /** A SITHS card in this computer, at our own card port. */
    CARD,
    /** The identity provider vouches. */
    PROVIDER
}
