package se.vardmote.meetings.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.MeetingProblem.AboutPicture;
import se.vardmote.meetings.picture.DarkRoom;
import se.vardmote.meetings.picture.OwnPicture;
import se.vardmote.vocabulary.SeatId;

/**
 * Pictures on their way in. So many at once are in memory at most, few of them from one seat, and none for longer than a
 * slow line needs: whoever sends byte by byte keeps nobody else out. The page of one that finds no place tries again.
 */
@Component
class PictureIntake {
    static final int AT_ONCE = 16;
    /** One that is sent, and one whose line broke and that nobody has noticed yet. */
    static final int FROM_A_SEAT = 2;

    /** A picture of a megabyte or two at a hundred kilobits a second, beside a call. Each read ends by the server's own time-out. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int PART = 16 * 1024;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<SeatId, Integer> fromSeats = new ConcurrentHashMap<>();
    private final DarkRoom darkRoom;
    private final Clock clock;

    PictureIntake(DarkRoom darkRoom, Clock clock) {
        this.darkRoom = darkRoom;
        this.clock = clock;
    }

    /** @throws se.vardmote.platform.ProblemException what is wrong with the picture, its way here, or that there is no place */
    OwnPicture take(SeatId seat, InputStream body) throws IOException {
        int fromSeat = fromSeats.merge(seat, 1, Integer::sum);
        try {
            if (fromSeat > FROM_A_SEAT || !places.tryAcquire()) throw AboutPicture.BUSY.asException();
            try {
                return darkRoom.develop(read(body));
            } finally {
                places.release();
            }
        } finally {
            fromSeats.computeIfPresent(seat, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Not more than is taken, whatever the request says of its length. */
    private byte[] read(InputStream body) throws IOException {
        Instant end = clock.instant().plus(LONGEST);
        var read = new ByteArrayOutputStream(PART);
        byte[] part = new byte[PART];
        for (int length = body.read(part); length >= 0; length = body.read(part)) {
            read.write(part, 0, length);
            if (read.size() > DarkRoom.MOST_BYTES) throw AboutPicture.TOO_LARGE.asException();
            if (clock.instant().isAfter(end)) throw AboutPicture.TOO_SLOW.asException();
        }
        return read.toByteArray();
    }
}
