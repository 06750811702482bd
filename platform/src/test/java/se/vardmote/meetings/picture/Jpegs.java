package se.vardmote.meetings.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as cameras and others send them, put together byte by byte. */
public final class Jpegs {
    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int COMMENT = 0xFE;
    private static final int SCAN = 0xDA;
    static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};

    private Jpegs() {}

    /** Red and green above, blue and white below. */
    public static byte[] of(int width, int height) {
        return written(quartered(width, height), "jpeg");
    }

    /** The same, first coarse and then finer and finer, in ten scans. */
    static byte[] inPieces(int width, int height) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(quartered(width, height), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage quartered(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        for (int quarter = 0; quarter < 4; quarter++) {
            canvas.setColor(QUARTERS[quarter]);
            canvas.fillRect(quarter % 2 * width / 2, quarter / 2 * height / 2, (width + 1) / 2, (height + 1) / 2);
        }
        canvas.dispose();
        return picture;
    }

    /** Hard to make smaller: about a byte a pixel. */
    public static byte[] noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) picture.setRGB(x, y, random.nextInt());
        return written(picture, "jpeg");
    }

    static byte[] png() {
        return written(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** As a camera that knows where it is and how it is held. */
    public static byte[] fromACamera(int width, int height, int orientation) {
        byte[] jpeg = with(
                of(width, height), COMMENT, "Tolvan Tolvansson, vänster underben".getBytes(StandardCharsets.UTF_8));
        jpeg = with(
                jpeg,
                APP1,
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude 55,25N".getBytes(StandardCharsets.UTF_8));
        return with(jpeg, APP1, exif(orientation));
    }

    static byte[] with(byte[] jpeg, int marker, byte[] content) {
        var bytes = ByteBuffer.allocate(jpeg.length + content.length + 4);
        bytes.put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content);
        return bytes.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** Orientation, and a text that stands for all that such a block holds. */
    private static byte[] exif(int orientation) {
        byte[] place = "GPS 55.4154 N 12.9482 E iPad 07".getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
        bytes.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        bytes.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        return bytes.putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    /** Says another size than it has. */
    static byte[] sayingSize(byte[] jpeg, int width, int height) {
        byte[] lie = jpeg.clone();
        int frame = frame(lie);
        ByteBuffer.wrap(lie).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return lie;
    }

    static byte[] sayingProgressive(byte[] jpeg) {
        byte[] lie = jpeg.clone();
        lie[frame(lie) + 1] = (byte) 0xC2;
        return lie;
    }

    /** The first of its scans has one of the colours only. */
    static byte[] sayingOneColour(byte[] jpeg) {
        int scan = markerAt(jpeg, SCAN);
        byte[] one = {(byte) 0xFF, (byte) SCAN, 0, 8, 1, 1, 0, 0, 63, 0};
        return spliced(
                jpeg,
                scan,
                one,
                scan + 2 + Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(scan + 2)));
    }

    /** The last of its scans that often more, without a pixel in them, and {@code before} ahead of them. */
    static byte[] repeatingTheLastScan(byte[] jpeg, int times, byte... before) {
        int last = jpeg.length - 2;
        while (jpeg[last] != (byte) 0xFF || jpeg[last + 1] != (byte) SCAN) last--;
        byte[] scan = Arrays.copyOfRange(jpeg, last, last + 2 + jpeg[last + 3]);
        var more = ByteBuffer.allocate(before.length + times * scan.length).put(before);
        while (more.hasRemaining()) more.put(scan);
        return spliced(jpeg, jpeg.length - 2, more.array(), jpeg.length - 2);
    }

    private static byte[] spliced(byte[] jpeg, int from, byte[] instead, int to) {
        return ByteBuffer.allocate(from + instead.length + jpeg.length - to)
                .put(jpeg, 0, from)
                .put(instead)
                .put(jpeg, to, jpeg.length - to)
                .array();
    }

    private static int frame(byte[] jpeg) {
        return markerAt(jpeg, 0xC0);
    }

    private static int markerAt(byte[] jpeg, int marker) {
        for (int at = 0; at < jpeg.length - 1; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == marker) return at;
        }
        throw new IllegalArgumentException("no such marker");
    }

    /** The markers before the first pixel, as hexadecimal. */
    static List<String> markers(byte[] jpeg) {
        var found = new ArrayList<String>();
        var bytes = ByteBuffer.wrap(jpeg).position(2);
        while (true) {
            int marker = bytes.getShort() & 0xFF;
            found.add(Integer.toHexString(marker));
            if (marker == SCAN) return found;
            bytes.position(bytes.position() + Short.toUnsignedInt(bytes.getShort(bytes.position())));
        }
    }

    static BufferedImage decoded(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The colours of the four quarters, as numbers in {@link #QUARTERS}. */
    static List<Integer> quarters(BufferedImage picture) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        return List.of(
                nearest(picture.getRGB(w / 4, h / 4)),
                nearest(picture.getRGB(3 * w / 4, h / 4)),
                nearest(picture.getRGB(w / 4, 3 * h / 4)),
                nearest(picture.getRGB(3 * w / 4, 3 * h / 4)));
    }

    private static int nearest(int rgb) {
        var colour = new Color(rgb);
        return Arrays.asList(QUARTERS)
                .indexOf(new Color(strong(colour.getRed()), strong(colour.getGreen()), strong(colour.getBlue())));
    }

    private static int strong(int value) {
        return value > 127 ? 255 : 0;
    }

    private static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
