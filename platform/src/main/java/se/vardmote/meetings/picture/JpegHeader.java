package se.vardmote.meetings.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a JPEG says of itself, read without decoding anything.
 *
 * @param inPieces in more than one scan: all of it has to be in memory to be decoded, and each scan costs all pixels anew
 * @param orientation 1 to 8 as in Exif: how the picture has to be turned to stand upright
 */
record JpegHeader(int width, int height, boolean inPieces, int orientation) {
    /** Twice what encoders write. */
    static final int MOST_SCANS = 20;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;

    /** Empty for anything that is no JPEG, does not say how large it is, has no pixels, or more scans than we read. */
    static Optional<JpegHeader> read(byte[] picture) {
        List<JpegSegment> segments = JpegSegment.of(picture);
        List<ByteBuffer> scans = contents(segments, JpegSegment::isScan);
        List<JpegSegment> frames =
                segments.stream().filter(JpegSegment::isFrame).toList();
        if (frames.size() != 1 || scans.isEmpty() || scans.size() > MOST_SCANS) return Optional.empty();
        int orientation = contents(segments, JpegSegment::mayBeExif).stream()
                .flatMap(exif -> orientation(exif).stream())
                .reduce(1, (earlier, later) -> later);
        return frame(frames.getFirst(), scans, orientation);
    }

    long pixels() {
        return (long) width * height;
    }

    int longSide() {
        return Math.max(width, height);
    }

    private static List<ByteBuffer> contents(List<JpegSegment> segments, Predicate<JpegSegment> which) {
        return segments.stream().filter(which).map(JpegSegment::content).toList();
    }

    private static Optional<JpegHeader> frame(JpegSegment frame, List<ByteBuffer> scans, int orientation) {
        ByteBuffer content = frame.content();
        if (content.remaining() < 6 || !scans.getFirst().hasRemaining()) return Optional.empty();
        int height = unsigned(content.getShort(1));
        int width = unsigned(content.getShort(3));
        boolean sequential = frame.marker() == 0xC0 || frame.marker() == 0xC1;
        // The decoder looks at the first scan alone: one colour in it, and it keeps them all.
        boolean allColours = scans.getFirst().get(0) == content.get(5);
        return width == 0 || height == 0
                ? Optional.empty()
                : Optional.of(
                        new JpegHeader(width, height, !sequential || !allColours || scans.size() > 1, orientation));
    }

    /** The tag in the first directory of Exif, which is a TIFF with a byte order of its own. */
    private static Optional<Integer> orientation(ByteBuffer segment) {
        byte[] start = new byte[EXIF.length];
        if (segment.remaining() < EXIF.length + 8) return Optional.empty();
        segment.get(start);
        if (!Arrays.equals(start, EXIF)) return Optional.empty();
        ByteBuffer tiff = segment.slice();
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) return Optional.empty();
        int entries = unsigned(tiff.getShort(directory));
        for (int entry = directory + 2; entries > 0 && entry + 12 <= tiff.limit(); entry += 12, entries--) {
            if (unsigned(tiff.getShort(entry)) != ORIENTATION) continue;
            int value = unsigned(tiff.getShort(entry + 8));
            return value >= 1 && value <= 8 ? Optional.of(value) : Optional.empty();
        }
        return Optional.empty();
    }

    private static int unsigned(short number) {
        return Short.toUnsignedInt(number);
    }
}
