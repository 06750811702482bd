package se.vardmote.access;

import java.util.Optional;

/** Port: who holds seats. Implemented by {@code meetings}. */
public interface SeatHolders {

    /**
     * The seat that a token opens, as long as its call is not over.
     *
     * @param tokenHash SHA-256 of the raw token in {@code __Host-seat} ({@link Token#hash()})
     */
    Optional<Seated> holderOf(byte[] tokenHash);
}
