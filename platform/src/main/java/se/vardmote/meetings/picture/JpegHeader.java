package se.vardmote.meetings.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a JPEG says of itself before its first pixel, read without decoding anything.
 *
 * @param progressive all of it has to be in memory to be decoded
 * @param orientation 1 to 8 as in Exif: how the picture has to be turned to stand upright
 */
record JpegHeader(int width, int height, boolean progressive, int orientation) {
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;

    /** Empty for anything that is no JPEG, or ends before it has said how large it is. */
    static Optional<JpegHeader> read(byte[] picture) {
        var bytes = ByteBuffer.wrap(picture);
        if (bytes.remaining() < 4 || unsigned(bytes.getShort()) != START_OF_IMAGE) return Optional.empty();
        int orientation = 1;
        while (bytes.remaining() >= 4) {
            if ((bytes.get() & 0xFF) != 0xFF) return Optional.empty();
            int marker = marker(bytes);
            int length = bytes.remaining() < 2 ? 0 : unsigned(bytes.getShort()) - 2;
            if (marker == START_OF_SCAN || length < 0 || length > bytes.remaining()) return Optional.empty();
            ByteBuffer segment = bytes.slice(bytes.position(), length);
            if (isFrame(marker)) return frame(segment, marker, orientation);
            if (marker == APP1) orientation = orientation(segment).orElse(orientation);
            bytes.position(bytes.position() + length);
        }
        return Optional.empty();
    }

    long pixels() {
        return (long) width * height;
    }

    int longSide() {
        return Math.max(width, height);
    }

    /** Any number of fill bytes may stand before it. */
    private static int marker(ByteBuffer bytes) {
        int marker = 0xFF;
        while (marker == 0xFF && bytes.hasRemaining()) marker = bytes.get() & 0xFF;
        return marker;
    }

    /** C0 to CF, but for the tables (C4, CC) and what is reserved (C8). */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<JpegHeader> frame(ByteBuffer segment, int marker, int orientation) {
        if (segment.remaining() < 6) return Optional.empty();
        int height = unsigned(segment.getShort(1));
        int width = unsigned(segment.getShort(3));
        boolean progressive = marker != 0xC0 && marker != 0xC1;
        return width == 0 || height == 0
                ? Optional.empty()
                : Optional.of(new JpegHeader(width, height, progressive, orientation));
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
