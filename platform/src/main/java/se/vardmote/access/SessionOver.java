package se.vardmote.access;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a session is over, as the pages that were open under it are told. */
public enum SessionOver {
    /** Somebody signed out, or in anew, in the same browser. */
    SIGNED_OUT,
    /** Nobody was seen for too long, or it has lasted as long as it may. */
    TIMED_OUT,
    /** Taken back, or the commission or the right has ended. */
    REVOKED;

    private static final Set<String> BY_THEMSELVES = Set.of("signed-out", "new-sign-in", "switched");

    static SessionOver of(@Nullable String revokedWhy, boolean tooOld) {
        if (revokedWhy != null) return BY_THEMSELVES.contains(revokedWhy) ? SIGNED_OUT : REVOKED;
        return tooOld ? TIMED_OUT : REVOKED;
    }

    /** As pages spell it: {@code signed-out}, {@code timed-out}, {@code revoked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
