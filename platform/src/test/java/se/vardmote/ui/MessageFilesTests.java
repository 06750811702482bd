package se.vardmote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.assessment.web.PastCallPage;
import se.vardmote.assessment.web.WaitingList;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RefusalCodes;
import se.vardmote.vocabulary.ReserveIssuer;

/** Two complete message files, Swedish and English. (Style 31, 33.) */
class MessageFilesTests {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern SLUG = Pattern.compile("return \"([a-z]+/[a-z-]+)\";");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(new TreeSet<>(Messages.read(Language.EN).keySet()))
                .isEqualTo(new TreeSet<>(Messages.read(Language.SV).keySet()));
    }

    @Test
    void both_languages_use_the_same_values_in_each_text() {
        Map<String, String> english = Messages.read(Language.EN);
        Messages.read(Language.SV).forEach((key, text) -> assertThat(places(english.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(places(text)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_text_is_empty(Language language) {
        assertThat(Messages.read(language))
                .allSatisfy((key, text) -> assertThat(text).isNotBlank());
    }

    /** R0-22 to R0-33, and every word of the vocabulary that a page shows. */
    @Test
    void every_word_of_the_vocabulary_has_a_text() {
        Stream<String> keys = Stream.of(
                        named("reason.", CallReason.values()),
                        named("profession.", Profession.values()),
                        named("identification.", Identification.values()),
                        named("reserve.", ReserveIssuer.values()),
                        named("past.left.", PastCallPage.Left.values()),
                        RefusalCodes.ALL.stream().map(code -> "refusal." + code),
                        WaitingList.HOME_VISIT_REASONS.stream().map(code -> "judgement.home-visit." + code),
                        WaitingList.OTHER_WAY_REASONS.stream().map(code -> "judgement.other-way." + code))
                .flatMap(all -> all);
        assertThat(Messages.read(Language.SV)).containsKeys(keys.toArray(String[]::new));
    }

    @Test
    void every_problem_of_every_module_says_what_happened_and_what_to_do() throws IOException {
        Set<String> slugs = slugs();
        assertThat(slugs).contains("assessment/already-judged", "access/sign-in-needed");
        assertThat(Messages.read(Language.SV))
                .containsKeys(slugs.stream()
                        .flatMap(slug -> Stream.of("title", "text", "do").map(part -> "problem." + slug + "." + part))
                        .toArray(String[]::new));
    }

    private static Set<String> slugs() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            return sources.filter(file -> file.toString().endsWith("Problem.java"))
                    .flatMap(file -> SLUG.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }
}
