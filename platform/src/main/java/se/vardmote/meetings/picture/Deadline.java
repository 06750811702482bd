package se.vardmote.meetings.picture;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Instant;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import se.vardmote.meetings.MeetingProblem.AboutPicture;

/**
 * When a decoder has to be done, looked at with every line that it has read. From its own thread, since it lets no other
 * stop it; and with an exception, since one that is told to abort still reads the scans that are left.
 */
record Deadline(Clock clock, Instant end) implements IIOReadUpdateListener {
    private void look() {
        if (clock.instant().isAfter(end)) throw AboutPicture.TOO_LARGE.asException();
    }

    @Override
    public void passStarted(
            ImageReader source,
            BufferedImage image,
            int pass,
            int minPass,
            int maxPass,
            int minX,
            int minY,
            int periodX,
            int periodY,
            int[] bands) {
        look();
    }

    @Override
    public void imageUpdate(
            ImageReader source,
            BufferedImage image,
            int minX,
            int minY,
            int width,
            int height,
            int periodX,
            int periodY,
            int[] bands) {
        look();
    }

    @Override
    public void passComplete(ImageReader source, BufferedImage image) {
        look();
    }

    /** Nobody asks for thumbnails. */
    @Override
    public void thumbnailPassStarted(
            ImageReader source,
            BufferedImage thumbnail,
            int pass,
            int minPass,
            int maxPass,
            int minX,
            int minY,
            int periodX,
            int periodY,
            int[] bands) {}

    @Override
    public void thumbnailUpdate(
            ImageReader source,
            BufferedImage thumbnail,
            int minX,
            int minY,
            int width,
            int height,
            int periodX,
            int periodY,
            int[] bands) {}

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {}
}
