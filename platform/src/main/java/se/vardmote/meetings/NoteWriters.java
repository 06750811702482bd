package se.vardmote.meetings;

import java.util.Set;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/** Port: who has a note of a meeting to write. */
public interface NoteWriters {
    Set<StaffId> of(MeetingId meeting);
}
