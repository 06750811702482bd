package se.vardmote.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.clients.Client;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.SampleDuties;
import se.vardmote.platform.TestDatabase;
import se.vardmote.ui.IdentityPage;
import se.vardmote.vocabulary.PictureId;

/** R0-38, PDL 3: a signed note leaves as a PDF that everybody can read, and as plain text; each time on record. */
class TakingANoteElsewhereTests {
    private static final StaffMember SARA = TestCast.nurse();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestNotePages pages = new TestNotePages(db, clock);
    private final Duty duty = SampleDuties.of(pages.journal.duties, SARA, pages.client, clock.instant());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_pdf_says_whose_note_it_is_what_was_signed_by_whom_and_that_it_is_not_in_the_record_yet()
            throws IOException {
        pages.write(SARA, duty, "Kan stödja på båda benen.\nAvvaktar.", true);
        try (PDDocument pdf = pdf()) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Tolvan Tolvansson",
                            "Kommunsjuksköterskorna",
                            "Fall",
                            "Karin Larsson",
                            "Situation",
                            "Åtgärder",
                            "Kan stödja på båda benen.",
                            "Avvaktar.",
                            "Signerad av Sara Sjuk",
                            "ännu inte införd i journalsystemet");
        }
    }

    @Test
    void of_a_protected_patient_neither_pdf_nor_text_nor_page_tell_name_or_number() throws IOException {
        Client tolvan = pages.known("19121212-1212");
        Duty hidden = SampleDuties.of(pages.journal.duties, SARA, tolvan.id(), clock.instant());
        pages.protect(tolvan);
        pages.write(SARA, hidden, "Kan stödja.", true);
        assertThat(pages.page(SARA, hidden).facts())
                .extracting(NoteFacts::patientName, NoteFacts::identity)
                .containsExactly("Skyddad uppgift", "");
        byte[] bytes = Objects.requireNonNull(pages.pdf(SARA, hidden).getBody());
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Skyddad uppgift")
                    .doesNotContain("1212-1212", "okänd identitet", "Tolvan");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Skyddad uppgift");
        }
        assertThat(new String(Objects.requireNonNull(pages.text(SARA, hidden).getBody()), StandardCharsets.UTF_8))
                .contains("Patient: Skyddad uppgift\n")
                .doesNotContain("1212-1212", "Tolvan");
    }

    @Test
    void who_opens_name_and_number_from_the_note_is_on_record() {
        Client tolvan = pages.known("19121212-1212");
        Duty hidden = SampleDuties.of(pages.journal.duties, SARA, tolvan.id(), clock.instant());
        pages.protect(tolvan);
        var page = (IdentityPage) Objects.requireNonNull(
                pages.identity.identity(SARA, hidden.id().toString()).getModel().get("page"));
        assertThat(page.identity()).isEqualTo("19121212-1212");
        assertThat(actions("protected-identity")).containsExactly("read");
    }

    @Test
    void once_it_is_entered_the_pdf_says_where() throws IOException {
        pages.write(SARA, duty, "Kan stödja.", true);
        pages.entries.enter(SARA, duty.id().toString(), "Journalsystemet");
        try (PDDocument pdf = pdf()) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Införd i journalsystemet: Journalsystemet, Sara Sjuk")
                    .doesNotContain("ännu inte");
        }
    }

    /** PDF/UA: what screen readers need. */
    @Test
    void the_pdf_is_tagged_and_has_a_language_and_a_title() throws IOException {
        pages.write(SARA, duty, "Kan stödja.", true);
        try (PDDocument pdf = pdf()) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("sv");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Anteckning om Tolvan Tolvansson");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            assertThat(elements(catalog.getStructureTreeRoot()))
                    .extracting(PDStructureElement::getStructureType)
                    .contains("H1", "H2", "H3", "P", "Table", "TH", "TD");
        }
    }

    @Test
    void every_font_is_within_the_pdf() throws IOException {
        pages.write(SARA, duty, "Kan stödja.", true);
        try (PDDocument pdf = pdf()) {
            var resources = pdf.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (var name : resources.getFontNames())
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
        }
    }

    @Test
    void saved_pictures_are_in_the_pdf_with_what_they_show_in_words() throws IOException {
        PictureId described = save();
        save();
        Map<String, String> form = Map.of(
                "measures",
                "Kan stödja.",
                "rightPatient",
                duty.client().toString(),
                "picture-" + described,
                "Rodnad på vänster höft");
        pages.notes.write(SARA, duty.id().toString(), true, form);
        try (PDDocument pdf = pdf()) {
            assertThat(elements(pdf.getDocumentCatalog().getStructureTreeRoot()))
                    .filteredOn(element -> "Figure".equals(element.getStructureType()))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .hasSize(2)
                    .contains("Rodnad på vänster höft")
                    .anySatisfy(text -> assertThat(text).startsWith("Bild 2, tagen av Karin Larsson"));
            assertThat(new PDFTextStripper().getText(pdf)).contains("Patienten är tillfrågad");
        }
        assertThat(actions("picture")).contains("save", "describe", "read");
    }

    @Test
    void a_corrected_note_shows_the_earlier_version_too() throws IOException {
        pages.write(SARA, duty, "Höger höft.", true);
        clock.pass(Duration.ofMinutes(5));
        pages.write(SARA, duty, "Vänster höft.", true);
        try (PDDocument pdf = pdf()) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .containsSubsequence("version 2", "Vänster höft.", "Tidigare version 1", "Höger höft.");
        }
    }

    /** Anybody may have pasted it. */
    @Test
    void whatever_was_typed_a_pdf_comes_of_it_and_nothing_is_fetched() throws IOException {
        pages.write(SARA, duty, "<b>& \u0001\uD83D\uDE00 \"]]> <img src=\"file:///etc/passwd\"/>", true);
        try (PDDocument pdf = pdf()) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<b>&", "<img src=");
        }
    }

    @Test
    void the_plain_text_has_all_that_another_system_needs() {
        pages.write(SARA, duty, "Kan stödja.", true);
        var answer = pages.text(SARA, duty);
        assertThat(answer.getHeaders().getContentType()).hasToString("text/plain;charset=UTF-8");
        assertThat(new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8))
                .contains(
                        "Patient: Tolvan Tolvansson, okänd identitet",
                        "Gäller: Fall",
                        "Karin Larsson",
                        "Åtgärder\nKan stödja.")
                .endsWith("Signerad av Sara Sjuk, sjuksköterska, tisdag 17 november 2026 12.00");
    }

    @Test
    void before_it_is_signed_there_is_nothing_to_take_elsewhere() {
        assertThat(pages.pdf(SARA, duty).getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(pages.text(SARA, duty).getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(actions("note")).isEmpty();
    }

    @Test
    void each_copy_is_on_record() {
        pages.write(SARA, duty, "Kan stödja.", true);
        pages.pdf(SARA, duty);
        pages.text(SARA, duty);
        assertThat(actions("note")).containsExactly("confirm-identity", "sign", "pdf", "copy-as-text");
    }

    @Test
    void a_picture_is_shown_to_whose_note_it_is() throws IOException {
        PictureId picture = save();
        assertThat(pages.picture(SARA, duty, picture).getBody()).isEqualTo(jpeg());
        assertThat(pages.picture(SARA, duty, PictureId.next()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private PDDocument pdf() throws IOException {
        return Loader.loadPDF(Objects.requireNonNull(pages.pdf(SARA, duty).getBody()));
    }

    private PictureId save() throws IOException {
        var taken = new Pictures.Taken(jpeg(), 160, 120, clock.instant(), "Karin Larsson", Pictures.Asked.ASKED);
        clock.pass(Duration.ofSeconds(1));
        return pages.journal.pictures.save(duty, taken, SARA);
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    private List<String> actions(String objectType) {
        return db.app()
                .sql("select action from audit.event where object_type = ? order by id")
                .param(objectType)
                .query(String.class)
                .list();
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        List<PDStructureElement> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (!(kid instanceof PDStructureElement element)) continue;
            found.add(element);
            found.addAll(elements(element));
        }
        return found;
    }
}
