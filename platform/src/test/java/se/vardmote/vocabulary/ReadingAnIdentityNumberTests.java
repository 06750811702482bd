package se.vardmote.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.personnummer.Personnummer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R0-54: the patient's personal identity number is asked for; its form, date and check digit are checked. The numbers
 * are test numbers of Inera, Skatteverket, SUNET and personnummer/meta; no others may stand here.
 */
class ReadingAnIdentityNumberTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String TOLVAN = "191212121212";
    private static final List<String> PERSONAL_NUMBERS = List.of(
            TOLVAN,
            "195009072553",
            "196101182803",
            "189002029800",
            "200302022389",
            "199002222397",
            "200001252386",
            "189602029812",
            "190905271474",
            "198211059954",
            "187912219990");
    private static final List<String> COORDINATION_NUMBERS = List.of("195705749959", "197306749982", "197010632391");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "191212121212",
                "19121212-1212",
                "19121212 1212",
                " 19121212-1212 ",
                "1912-12-12-1212",
                "19121212 - 1212",
                "19121212\u00A01212",
                "19121212\u202F1212",
                "19121212\u20131212",
                "19121212\u20141212",
                "19121212\u20111212",
                "19121212\u20101212",
                "19121212\u22121212",
                "19121212\uFF0D1212",
                "19121212+1212",
                "121212+1212",
                "121212\uFF0B1212",
                "\u200E19121212-1212\u200B",
                "\uFEFF19121212-1212",
                "1912\u00AD1212-1212",
                "19121212-1212\r\n",
                "１９１２１２１２-１２１２"
            })
    void however_it_is_typed_or_pasted_it_is_the_same_number(String typed) {
        assertThat(PersonId.parse(typed, TODAY))
                .isEqualTo(Parsed.valid(new PersonId(PersonId.PERSONAL_NUMBER, TOLVAN)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', identity-missing",
        "' - ', identity-missing",
        "1212, identity-length",
        "121212121, identity-length",
        "12121212121, identity-length",
        "1912121212123, identity-length",
        "19121212-121A, identity-characters",
        "19121212/1212, identity-characters",
        "19121312-1212, identity-date",
        "19120230-1212, identity-date",
        "19121200-1212, identity-date",
        "19120012-1212, identity-date",
        "17121212-1212, identity-date",
        "29121212-1212, identity-date",
        "19121292-1212, identity-date",
        "19120291-1212, identity-date",
        "19870704-9996, identity-check-digit",
        "20150916-0006, identity-serial",
        "20030202+2389, identity-plus"
    })
    void what_cannot_be_is_refused_with_the_reason(String typed, String reason) {
        assertThat(PersonId.parse(typed, TODAY)).isEqualTo(Parsed.refused(reason));
    }

    @Test
    void one_wrong_digit_is_always_found() {
        assertThat(numbersWithOneDigitChanged())
                .allSatisfy(typed -> assertThat(PersonId.parse(typed, TODAY)).isInstanceOf(Parsed.Refused.class));
    }

    private static Stream<String> numbersWithOneDigitChanged() {
        return PERSONAL_NUMBERS.stream().flatMap(number -> Stream.iterate(2, i -> i < 12, i -> i + 1)
                .flatMap(i -> Stream.iterate('0', digit -> digit <= '9', digit -> (char) (digit + 1))
                        .filter(digit -> digit != number.charAt(i))
                        .map(digit -> number.substring(0, i) + digit + number.substring(i + 1))));
    }

    @Test
    void a_person_who_is_not_born_yet_is_refused_until_the_day_of_birth() {
        assertThat(PersonId.parse(TOLVAN, LocalDate.of(1912, 12, 11))).isEqualTo(Parsed.refused("identity-future"));
        assertThat(PersonId.parse(TOLVAN, LocalDate.of(1912, 12, 12))).isInstanceOf(Parsed.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "121212-1212, 2026-11-22, 20121212-1212",
        "1212121212, 2026-11-22, 20121212-1212",
        "1212121212, 2012-12-12, 20121212-1212",
        "1212121212, 2012-12-11, 19121212-1212",
        "121212+1212, 2026-11-22, 19121212-1212",
        "121212+1212, 2012-01-01, 19121212-1212",
        "821105-9954, 2026-11-22, 19821105-9954",
        "791221+9990, 2026-11-22, 18791221-9990"
    })
    void ten_digits_mean_the_latest_birth_date_that_has_been_and_a_plus_the_year_of_turning_a_hundred_or_more(
            String typed, LocalDate today, String shown) {
        assertThat(accepted(typed, today).display()).isEqualTo(shown);
    }

    @Test
    void coordination_numbers_are_known_by_their_day_and_give_an_age() {
        for (String number : COORDINATION_NUMBERS) {
            assertThat(accepted(number, TODAY)).isEqualTo(new PersonId(PersonId.COORDINATION_NUMBER, number));
        }
        assertThat(accepted("701063-2391", TODAY).birthDate()).contains(LocalDate.of(1970, 10, 3));
        assertThat(accepted("701063-2391", TODAY).ageOn(LocalDate.of(2026, 10, 2)))
                .hasValue(55);
        assertThat(accepted("701063-2391", TODAY).ageOn(LocalDate.of(2026, 10, 3)))
                .hasValue(56);
    }

    /** Made for nobody: the years are long before there were coordination numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"18790560999", "18790060999", "18790075999"})
    void a_coordination_number_with_unknown_day_or_month_is_accepted_without_an_age(String withoutCheckDigit) {
        String number = withoutCheckDigit + Luhn.checkDigit(withoutCheckDigit.substring(2));
        PersonId id = accepted(number, TODAY);
        assertThat(id.kind()).isEqualTo(PersonId.Kind.COORDINATION_NUMBER);
        assertThat(id.birthDate()).isEmpty();
        assertThat(id.ageOn(TODAY)).isEmpty();
    }

    @Test
    void the_library_that_others_use_says_the_same() throws Exception {
        for (String number : PERSONAL_NUMBERS) {
            Personnummer theirs = Personnummer.parse(number);
            PersonId ours = accepted(number, TODAY);
            assertThat(ours.birthDate()).contains(theirs.getDate().toLocalDate());
            assertThat(accepted(theirs.format(), TODAY)).isEqualTo(ours);
            assertThat(ours.value()).isEqualTo(theirs.format(true));
        }
        for (String number : COORDINATION_NUMBERS) {
            assertThat(Personnummer.valid(number)).isTrue();
        }
        // Lengths are ours to check: the library throws at 9 and 11 digits.
        assertThat(numbersWithOneDigitChanged()).allSatisfy(number -> assertThat(Personnummer.valid(number))
                .isEqualTo(PersonId.parse(number, TODAY) instanceof Parsed.Valid));
    }

    @Test
    void the_number_shows_only_where_it_is_asked_for() {
        assertThat(accepted(TOLVAN, TODAY) + "" + PersonId.parse(TOLVAN, TODAY)).doesNotContain("1212", "1912");
        assertThat(accepted(TOLVAN, TODAY).display()).isEqualTo("19121212-1212");
    }

    private static PersonId accepted(String typed, LocalDate today) {
        return PersonId.parse(typed, today).orElseThrow();
    }
}
