package se.vardmote.meetings.picture;

/**
 * A picture as we keep it: JPEG of our own making, upright, without a word about where, when and with what it was taken.
 *
 * @param width pixels, at most {@value DarkRoom#LONG_SIDE} like the height
 */
public record OwnPicture(byte[] jpeg, int width, int height) {
    @Override
    public String toString() {
        return "OwnPicture[" + width + " × " + height + "]";
    }
}
