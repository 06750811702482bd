package se.vardmote.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a message can be sent: an e-mail address, or a number that reads text messages (issue 4). */
class ReadingWhereSomebodyIsToldTests {

    @ParameterizedTest
    @ValueSource(strings = {"tolvan@example.se", " Tolvan.Tolvansson+video@Example.SE ", "t@xn--vrd-qla.se"})
    void an_address_as_people_write_it_is_read(String typed) {
        assertThat(MailAddress.parse(typed)).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void the_domain_is_written_in_small_letters_and_the_rest_as_typed() {
        assertThat(MailAddress.parse("Tolvan@Example.SE").orElseThrow().value()).isEqualTo("Tolvan@example.se");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tolvan",
                "@example.se",
                "tolvan@example",
                "tolvan@@example.se",
                "tol van@example.se",
                "tolvan@example.se\r\nBcc: alla@example.se",
                "tolvan@example.se,maria@example.se",
                "<tolvan@example.se>",
                "tolvan@-example.se",
                ".tolvan@example.se"
            })
    void what_is_no_address_or_more_than_one_is_refused(String typed) {
        assertThat(MailAddress.parse(typed)).isEqualTo(Parsed.refused("mail-invalid"));
    }

    @Test
    void nothing_typed_is_missing_and_too_much_is_none() {
        assertThat(MailAddress.parse("  ")).isEqualTo(Parsed.refused("mail-missing"));
        assertThat(MailAddress.parse("a@" + "b".repeat(60) + ".".repeat(1) + ("c".repeat(60) + ".").repeat(4) + "se"))
                .isEqualTo(Parsed.refused("mail-invalid"));
    }

    @Test
    void a_number_at_home_reads_no_text_message() {
        assertThat(PhoneNumber.parseMobile("070-174 06 05")).isInstanceOf(Parsed.Valid.class);
        assertThat(PhoneNumber.parseMobile("+45 20 12 34 56")).isInstanceOf(Parsed.Valid.class);
        assertThat(PhoneNumber.parseMobile("040-628 04 01")).isEqualTo(Parsed.refused("phone-not-mobile"));
        assertThat(PhoneNumber.parseMobile("112")).isEqualTo(Parsed.refused("phone-invalid"));
        assertThat(PhoneNumber.parseMobile("")).isEqualTo(Parsed.refused("phone-missing"));
    }

    @Test
    void an_address_is_not_shown_by_accident() {
        assertThat(MailAddress.parse("tolvan@example.se").orElseThrow().toString())
                .doesNotContain("tolvan", "example");
    }
}
