package se.vardmote.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in that lasts, as its holder or an administrator sees it.
 *
 * @param place unit of the commission or assignment, or the care provider whose system is administered
 * @param browser a word such as {@code chrome}; null when it said nothing that we know
 * @param system a word such as {@code windows}; null as well
 */
public record SignedInRow(
        SessionId session,
        WayIn way,
        @Nullable String browser,
        @Nullable String system,
        String place,
        Instant since,
        Instant lastSeen) {}
