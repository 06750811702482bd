package se.vardmote.ui;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * PDF that screen readers can follow (PDF/UA): structure, language, title and alternative texts come from the page that
 * it is made of. Fetches nothing; pictures are JPEGs within the page.
 */
public final class TaggedPdf {
    public static final String FONT = "Liberation Sans";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** What XML cannot hold, whoever typed it. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    static {
        // It would tell of the page's content.
        XRLog.setLoggingEnabled(false);
    }

    private TaggedPdf() {}

    /** @param page a well-formed page whose only font is {@link #FONT} */
    public static byte[] of(String page) {
        try (var out = new ByteArrayOutputStream()) {
            var pdf = new PdfRendererBuilder();
            pdf.usePdfUaAccessibility(true);
            pdf.usePdfVersion(1.7f);
            for (var when : ExternalResourceControlPriority.values()) {
                pdf.useExternalResourceAccessControl(
                        (address, type) -> address != null && address.startsWith("data:image/jpeg;base64,"), when);
            }
            pdf.useFont(() -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE)), FONT);
            pdf.withHtmlContent(NOT_XML.matcher(page).replaceAll(""), null);
            pdf.toStream(out);
            pdf.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
