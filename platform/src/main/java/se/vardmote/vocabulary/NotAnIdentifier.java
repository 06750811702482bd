package se.vardmote.vocabulary;

/** What was read is no identifier of ours. The message does not repeat it. */
public final class NotAnIdentifier extends IllegalArgumentException {
    NotAnIdentifier() {
        super("not an identifier");
    }
}
