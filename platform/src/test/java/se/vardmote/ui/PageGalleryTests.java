package se.vardmote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in every state is written to {@code target/gallery}, to be looked at. (Style 32, 33.) */
class PageGalleryTests {
    private static final Path GALLERY = Path.of("target", "gallery");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("(?:aria-describedby|aria-labelledby|for)=\"([^\"]+)\"");

    private final Templates templates = new Templates(new Messages(Clock.fixed(SamplePages.NOW, ZoneOffset.UTC)));

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_is_drawn_in_every_state_and_language(Language language) throws IOException {
        Files.createDirectories(GALLERY);
        for (var entry : SamplePages.all().entrySet()) {
            String html = draw(entry.getValue(), language);
            Files.writeString(
                    GALLERY.resolve(entry.getKey() + file(language)), html.replace("\"/assets/", "\"assets/"));
            assertThat(html).as(entry.getKey()).doesNotContain("style=\"", "onclick", "<style", "null");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_id_is_unique_and_every_label_and_description_leads_somewhere(Language language) {
        SamplePages.all().forEach((name, sample) -> {
            String html = draw(sample, language);
            var ids = ID.matcher(html).results().map(match -> match.group(1)).toList();
            assertThat(ids).as(name).doesNotHaveDuplicates();
            var references = REFERENCE
                    .matcher(html)
                    .results()
                    .flatMap(match -> Pattern.compile(" ").splitAsStream(match.group(1)))
                    .toList();
            assertThat(ids).as(name).containsAll(references);
        });
    }

    /** R0-53: a numeric keypad has no letters, and reserve numbers do. */
    @Test
    void a_reserve_number_can_be_typed_with_letters() {
        String knock = draw(Objects.requireNonNull(SamplePages.all().get("knock-reserve")), Language.SV);
        assertThat(field(knock, "identityNumber")).contains("inputmode=\"numeric\"");
        assertThat(field(knock, "reserveNumber")).doesNotContain("inputmode");
    }

    private static String field(String html, String name) {
        var field = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*>").matcher(html);
        assertThat(field.find()).as(name).isTrue();
        return field.group();
    }

    private String draw(SamplePages.Sample sample, Language language) {
        var frame = new Frame(
                Assets.of("{}"),
                true,
                sample.reader(),
                "0123456789abcdef",
                "/",
                "/",
                false,
                true,
                stops(),
                new Icons());
        return templates.html(sample.view(), frame, language);
    }

    private static List<StopNotice> stops() {
        return List.of(
                new StopNotice("Vi byter server.", null, SamplePages.NOW, SamplePages.NOW.plusSeconds(3600), true),
                new StopNotice(
                        "Videosamtal går inte att starta. Ring i stället.",
                        "Video calls cannot be started. Ring instead.",
                        SamplePages.NOW.plusSeconds(86_400),
                        SamplePages.NOW.plusSeconds(90_000),
                        false));
    }

    private static String file(Language language) {
        return language == Language.SV ? ".html" : ".en.html";
    }
}
