package se.vardmote.meetings;

import java.time.Instant;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.PictureId;

/**
 * A picture that the professional has not decided about, without its pixels.
 *
 * @param takenBy the one who sits at the device
 */
public record SentPicture(PictureId id, int width, int height, Instant takenAt, ParticipantId takenBy) {}
