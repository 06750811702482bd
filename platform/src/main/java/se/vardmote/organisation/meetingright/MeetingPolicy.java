package se.vardmote.organisation.meetingright;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a care provider has decided about digital meetings.
 *
 * @param rightFrom the day from which the right has to be applied for (R0-59, R2-21); null: not decided, and whoever is licensed
 *     may hold meetings
 * @param multiParty has the licence for calls with many parties (R4-272)
 * @param routine the routine for remote work and its version; null for none (R2-22)
 */
public record MeetingPolicy(
        @Nullable LocalDate rightFrom,
        boolean multiParty,
        @Nullable Routine routine) {

    /** @param where the name of the routine, or its address */
    public record Routine(String where, String version) {}

    public boolean asksForRight(LocalDate day) {
        return rightFrom != null && !day.isBefore(rightFrom);
    }
}
