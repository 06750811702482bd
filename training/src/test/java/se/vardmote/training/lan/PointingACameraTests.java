package se.vardmote.training.lan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The address as a picture: what is shown is drawn here as a screen would draw it, and read again. */
class PointingACameraTests {

    private static final String ADDRESS = "http://192.168.100.200:65535";
    private static final int PIXELS = 8;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final Pattern COLOURED = Pattern.compile("^\u001b\\[38;5;16;48;5;231m([█▀▄ ]*)\u001b\\[0m$");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void a_terminal_shows_it_whatever_its_own_colours() throws ReaderException {
        List<String> lines = QrCode.of(ADDRESS).forTerminal(true).lines().toList();
        assertThat(lines).allMatch(line -> COLOURED.matcher(line).matches());
        // The line sets both colours itself: those of the terminal are never seen within it.
        List<String> blocks = lines.stream()
                .map(line -> COLOURED.matcher(line).replaceFirst("$1"))
                .toList();
        assertThat(read(drawn(blocks, BLACK, WHITE))).isEqualTo(ADDRESS);
    }

    @Test
    void without_colours_it_stands_in_the_terminals_ink() throws ReaderException {
        String plain = QrCode.of(ADDRESS).forTerminal(false);
        assertThat(plain).matches("[█▀▄ \n]*");
        assertThat(read(drawn(plain.lines().toList(), BLACK, WHITE))).isEqualTo(ADDRESS);
    }

    @Test
    void the_page_shows_it_as_a_drawing() throws ReaderException {
        QrCode code = QrCode.of(ADDRESS);
        int[][] pixels = paper(code.size(), code.size(), WHITE);
        List<MatchResult> modules = MODULE.matcher(code.path()).results().toList();
        modules.forEach(at -> pixels[Integer.parseInt(at.group(2))][Integer.parseInt(at.group(1))] = BLACK);
        assertThat(modules).isNotEmpty();
        assertThat(MODULE.matcher(code.path()).replaceAll("")).isEmpty();
        assertThat(read(pixels)).isEqualTo(ADDRESS);
    }

    /** A character is two modules, one above the other. */
    private static int[][] drawn(List<String> lines, int ink, int ground) {
        int[][] pixels = paper(lines.size() * 2, lines.getFirst().length(), ground);
        for (int row = 0; row < lines.size(); row++) {
            for (int x = 0; x < lines.get(row).length(); x++) {
                char block = lines.get(row).charAt(x);
                if (block == '█' || block == '▀') pixels[2 * row][x] = ink;
                if (block == '█' || block == '▄') pixels[2 * row + 1][x] = ink;
            }
        }
        return pixels;
    }

    private static int[][] paper(int height, int width, int ground) {
        int[][] pixels = new int[height][width];
        for (int[] row : pixels) Arrays.fill(row, ground);
        return pixels;
    }

    private static String read(int[][] modules) throws ReaderException {
        int height = modules.length * PIXELS;
        int width = modules[0].length * PIXELS;
        int[] pixels = new int[height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = modules[i / width / PIXELS][i % width / PIXELS];
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }
}
