package se.vardmote.meetings.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a JPEG that says its own length. Found as the decoder finds them, so that it sees none that we do not: what
 * stands between them, pixels or anything else, is passed over, and what has no length is never believed to have one.
 */
record JpegSegment(int marker, ByteBuffer content) {
    /** Many times what cameras write. The decoder files each behind all that came before it. */
    private static final int MOST = 1_000;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;

    /** In order, up to the end of the picture; none of what is no JPEG, is cut off within one, or has too many. */
    static List<JpegSegment> of(byte[] picture) {
        var bytes = ByteBuffer.wrap(picture);
        if (picture.length < 2 || bytes.get() != (byte) 0xFF || bytes.get() != (byte) START_OF_IMAGE) return List.of();
        var found = new ArrayList<JpegSegment>();
        for (int marker = next(bytes); marker != END_OF_IMAGE; marker = next(bytes)) {
            if (!hasLength(marker)) continue;
            int length = bytes.remaining() < 2 ? -1 : Short.toUnsignedInt(bytes.getShort()) - 2;
            if (length < 0 || length > bytes.remaining() || found.size() == MOST) return List.of();
            found.add(new JpegSegment(marker, bytes.slice(bytes.position(), length)));
            bytes.position(bytes.position() + length);
        }
        return found;
    }

    /** Any number of fill bytes may stand before a marker; one of zero is a pixel's. */
    private static int next(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (bytes.get() != (byte) 0xFF) continue;
            int marker = 0xFF;
            while (marker == 0xFF && bytes.hasRemaining()) marker = bytes.get() & 0xFF;
            if (marker != 0 && marker != 0xFF) return marker;
        }
        return END_OF_IMAGE;
    }

    /** Frames, tables, scans, and what applications and people add. The decoder knows no other. */
    private static boolean hasLength(int marker) {
        return (marker >= 0xC0 && marker <= 0xCF)
                || (marker >= START_OF_SCAN && marker <= 0xDD)
                || (marker >= 0xE0 && marker <= 0xEF)
                || marker == 0xFE;
    }

    /** C0 to CF, but for the tables (C4, CC) and what is reserved (C8). */
    boolean isFrame() {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    boolean isScan() {
        return marker == START_OF_SCAN;
    }

    boolean mayBeExif() {
        return marker == APP1;
    }
}
