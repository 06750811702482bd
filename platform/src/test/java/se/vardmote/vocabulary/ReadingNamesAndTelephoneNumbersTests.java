package se.vardmote.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R0-51 to R0-53: the names and the telephone number of the knock, kept as people write them. */
class ReadingNamesAndTelephoneNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tolvan Tolvansson",
                "O'Brien-Åström",
                "محمد العلي",
                "שרה כהן",
                "Nguyễn Thị Hồng",
                "👩🏽‍⚕️ Anna",
                "李",
                "🙂"
            })
    void a_name_stays_whole_in_any_script(String name) {
        assertThat(PersonName.parse("  " + name + " ").orElseThrow().value()).isEqualTo(name);
    }

    @Test
    void what_could_deceive_or_break_a_line_is_taken_out_of_a_name() {
        assertThat(PersonName.parse("Anna\u202Enosliv\u2069\tAnders\u0000son\r\nRN")
                        .orElseThrow()
                        .value())
                .isEqualTo("Annanosliv Anders son RN");
        assertThat(PersonName.parse("A\u030Ake").orElseThrow().value()).isEqualTo("Åke");
        assertThat(PersonName.parse("Anna \uD83D").orElseThrow().value()).isEqualTo("Anna");
    }

    @Test
    void a_name_is_asked_for_and_has_at_most_a_hundred_characters() {
        assertThat(PersonName.parse(" \u200B\u0301 ")).isEqualTo(Parsed.refused("name-missing"));
        assertThat(PersonName.parse("😀".repeat(100))).isInstanceOf(Parsed.Valid.class);
        assertThat(PersonName.parse("😀".repeat(101))).isEqualTo(Parsed.refused("name-too-long"));
    }

    /** Numbers that the Swedish telecom authority keeps free for fiction. */
    @ParameterizedTest
    @CsvSource({
        "070-174 06 05, +46701740605, 070-174 06 05",
        "0701740605, +46701740605, 070-174 06 05",
        "+46 70 174 06 05, +46701740605, 070-174 06 05",
        "0046701740605, +46701740605, 070-174 06 05",
        "070\u2013174\u00A006\u00A005, +46701740605, 070-174 06 05",
        "08-465 004 00, +46846500400, 08-465 004 00",
        "031-390 06 00, +46313900600, 031-390 06 00",
        "040-628 04 00, +46406280400, 040-628 04 00"
    })
    void a_swedish_number_is_read_without_its_country_and_shown_as_it_is_read_aloud(
            String typed, String e164, String shown) {
        PhoneNumber number = PhoneNumber.parse(typed).orElseThrow();
        assertThat(number.e164()).isEqualTo(e164);
        assertThat(number.display()).isEqualTo(shown);
        assertThat(number.telUri()).isEqualTo("tel:" + e164);
    }

    @ParameterizedTest
    @CsvSource({"'', phone-missing", "112, phone-invalid", "0701, phone-invalid", "ring mig, phone-invalid"})
    void a_number_on_which_nobody_can_be_called_back_is_refused(String typed, String reason) {
        assertThat(PhoneNumber.parse(typed)).isEqualTo(Parsed.refused(reason));
    }

    @Test
    void names_and_numbers_show_only_where_they_are_asked_for() {
        assertThat("" + new PersonName("Tolvan") + new PhoneNumber("+46701740605"))
                .doesNotContain("Tolvan", "740605");
    }

    @Test
    void hsa_ids_are_the_same_in_capitals_and_small_letters_and_keep_how_they_were_written() {
        assertThat(HsaId.of("TSTNMT2321000156-102q")).isEqualTo(HsaId.of("TSTNMT2321000156-102Q"));
        assertThat(HsaId.of("TSTNMT2321000156-102q").toString()).isEqualTo("TSTNMT2321000156-102q");
        assertThat(HsaId.of("SE5565594230-B31").byTheGuide()).isTrue();
        assertThat(HsaId.of("TSTNMT2321000156-102Q").byTheGuide()).isFalse();
        assertThat(HsaId.parse("SE5565594230-å")).isEqualTo(Parsed.refused("hsa-id-invalid"));
    }

    @Test
    void identifiers_sort_in_the_order_they_were_made_and_never_repeat_what_was_typed() {
        var made = Stream.generate(MeetingId::next).limit(20_000).toList();
        assertThat(made.stream().map(MeetingId::toString)).isSorted().doesNotHaveDuplicates();
        assertThat(made.getFirst().value().version()).isEqualTo(7);
        assertThat(made.getFirst().value().variant()).isEqualTo(2);
        assertThat(MeetingId.of(made.getFirst().toString())).isEqualTo(made.getFirst());
        assertThatThrownBy(() -> SeatId.of("1-1-1-1-1")).hasMessage("not an identifier");
        assertThatThrownBy(() -> SeatId.of("z" + UUID.randomUUID().toString().substring(1)))
                .hasMessage("not an identifier");
    }
}
