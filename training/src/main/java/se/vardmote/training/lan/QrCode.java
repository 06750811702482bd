package se.vardmote.training.lan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An address to point a camera at, with the quiet margin that readers need. */
public final class QrCode {

    /** Black and white of the fixed part of the palette: neither a light nor a dark terminal changes them. */
    private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";

    private static final String PLAIN = "\u001b[0m";

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String text) {
        try {
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("an address fits", tooLong);
        }
    }

    /** Modules a side, margin included. */
    public int size() {
        return modules.getWidth();
    }

    /** The dark modules as the path of an SVG whose unit is one module. */
    public String path() {
        return IntStream.range(0, size())
                .boxed()
                .flatMap(y -> IntStream.range(0, size())
                        .filter(x -> modules.get(x, y))
                        .mapToObj(x -> "M%d %dh1v1h-1z".formatted(x, y)))
                .collect(Collectors.joining());
    }

    /**
     * Two modules a character, one above the other.
     *
     * @param colour whether the terminal understands colours; without them the code is drawn in the terminal's own ink
     */
    public String forTerminal(boolean colour) {
        return IntStream.iterate(0, y -> y < size(), y -> y + 2)
                .mapToObj(this::line)
                .map(line -> colour ? BLACK_ON_WHITE + line + PLAIN : line)
                .collect(Collectors.joining("\n"));
    }

    private String line(int y) {
        return IntStream.range(0, size())
                .mapToObj(x -> block(modules.get(x, y), y + 1 < size() && modules.get(x, y + 1)))
                .collect(Collectors.joining());
    }

    private static String block(boolean above, boolean below) {
        if (above) {
            return below ? "█" : "▀";
        }
        return below ? "▄" : " ";
    }
}
