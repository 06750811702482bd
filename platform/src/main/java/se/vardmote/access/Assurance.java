package se.vardmote.access;

import java.util.Optional;

/** How sure the identity provider is of who signed in (levels of Sambi). In rising order. */
public enum Assurance {
    LOA1,
    LOA2,
    LOA3;

    private static final String PREFIX = "http://id.sambi.se/loa/loa";

    /** @param acr the claim as it came, such as {@code http://id.sambi.se/loa/loa3} */
    public static Optional<Assurance> of(String acr) {
        for (Assurance level : values()) {
            if (level.acr().equals(acr)) return Optional.of(level);
        }
        return Optional.empty();
    }

    public String acr() {
        return PREFIX + (ordinal() + 1);
    }

    public boolean atLeast(Assurance least) {
        return compareTo(least) >= 0;
    }
}
