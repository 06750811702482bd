package se.vardmote.meetings.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.MeetingProblem.AboutPicture;
import se.vardmote.platform.ProblemException;

/**
 * Where what a camera sent is made into a picture of our own. Nothing is decoded before its size is known, nothing is
 * read larger than needed, few at a time and none for long: what somebody sends costs a known amount of memory and time.
 */
@Component
public class DarkRoom {
    /** As it is sent. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** As it is kept: pixels of the longer side. */
    static final int LONG_SIDE = 2_560;

    private static final long MOST_PIXELS = 50_000_000;
    /** Decoding one needs some six bytes a pixel, outside the heap, whatever is made of it. */
    private static final long MOST_PIXELS_IN_PIECES = 16_000_000;

    private static final float QUALITY = 0.85f;
    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_SECONDS = 10;
    /** A phone's picture needs less than a second. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Semaphore room = new Semaphore(AT_A_TIME, true);
    /** Threads of their own: a decoder is native, and would keep a carrier from all the virtual threads of the node. */
    private final Executor hands = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("dark-room-", 0).factory());

    private final Clock clock;

    public DarkRoom(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws ProblemException {@code meetings/not-a-picture}, {@code meetings/picture-too-large}, or
     *     {@code meetings/picture-later} when too many are read just now
     */
    public OwnPicture develop(byte[] sent) {
        if (sent.length > MOST_BYTES) throw AboutPicture.TOO_LARGE.asException();
        JpegHeader header = JpegHeader.read(sent).orElseThrow(AboutPicture.NOT_A_PICTURE::asException);
        if (header.pixels() > (header.inPieces() ? MOST_PIXELS_IN_PIECES : MOST_PIXELS)) {
            throw AboutPicture.TOO_LARGE.asException();
        }
        takeTurn();
        try {
            return CompletableFuture.supplyAsync(() -> own(sent, header), hands).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException refused ? refused : e;
        } finally {
            room.release();
        }
    }

    private OwnPicture own(byte[] sent, JpegHeader header) {
        try {
            BufferedImage upright = upright(decode(sent, header), header);
            return new OwnPicture(encode(upright), upright.getWidth(), upright.getHeight());
        } catch (ProblemException tookTooLong) {
            throw tookTooLong;
        } catch (IOException | RuntimeException unreadable) {
            // ImageIO answers what is broken inside with more than IOException.
            throw AboutPicture.NOT_A_PICTURE.asException();
        }
    }

    private void takeTurn() {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw AboutPicture.BUSY.asException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AboutPicture.BUSY.asException();
        }
    }

    /** Every second, third … pixel, so that what is read is less than twice as large as what is kept. */
    private BufferedImage decode(byte[] sent, JpegHeader header) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.addIIOReadUpdateListener(new Deadline(clock, clock.instant().plus(LONGEST)));
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new IOException("two sizes in one picture");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int every = Math.max(1, header.longSide() / LONG_SIDE);
            how.setSourceSubsampling(every, every, 0, 0);
            how.setSourceProgressivePasses(0, JpegHeader.MOST_SCANS);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /** Turned as its camera was held, no larger than we keep, in plain sRGB. */
    private static BufferedImage upright(BufferedImage read, JpegHeader header) {
        double scale = Math.min(1, (double) LONG_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = scaled(read.getWidth(), scale);
        int height = scaled(read.getHeight(), scale);
        if (scale == 1 && header.orientation() == 1 && read.getType() == BufferedImage.TYPE_3BYTE_BGR) return read;
        boolean lies = header.orientation() >= 5;
        var upright = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        AffineTransform turn = turn(header.orientation(), width, height);
        turn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        Graphics2D canvas = upright.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(read, turn, null);
        canvas.dispose();
        return upright;
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    /** Where a pixel of a picture that is {@code w} wide and {@code h} high belongs when it stands upright. */
    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    /** From pixels only: nothing that came with the picture is handed to the writer. */
    private static byte[] encode(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var jpeg = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(output);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
