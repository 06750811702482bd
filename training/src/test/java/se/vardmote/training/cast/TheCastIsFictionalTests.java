package se.vardmote.training.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TheCastIsFictionalTests {

    /** Test numbers printed by Skatteverket and Inera; a number merely computed may belong to somebody. */
    private static final Set<String> OFFICIAL_TEST_NUMBERS =
            Set.of("195009072553", "196101182803", "200302022389", "189002029800", "191212121212");

    @Test
    void every_telephone_number_is_one_that_PTS_keeps_for_fiction() {
        assertThat(Cast.careUnits()).allSatisfy(unit -> assertThat(unit.phone()).matches("\\+464062804\\d\\d"));
        assertThat(Cast.careUnits()).extracting(CareUnit::phone).doesNotHaveDuplicates();
    }

    @Test
    void every_HSA_id_has_the_form_of_test_data_and_is_used_once() {
        assertThat(Stream.concat(Cast.members().stream(), Cast.accountHolders().stream()))
                .extracting(CastMember::hsaId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("TSTNMT2321000156-S\\d\\d"));
        assertThat(Cast.careUnits())
                .extracting(CareUnit::hsaId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("TSTNMT2321000156-U\\d\\d"));
    }

    @Test
    void every_care_provider_says_in_its_name_that_it_is_made_up() {
        assertThat(Cast.careProviders()).extracting(CareProvider::name).allMatch(name -> name.endsWith("(påhittad)"));
    }

    @Test
    void every_patient_that_may_be_typed_has_an_official_test_number() {
        assertThat(TestPatient.all()).allSatisfy(patient -> {
            String digits = patient.number().replaceAll("\\D", "");
            assertThat(OFFICIAL_TEST_NUMBERS.stream().filter(number -> number.endsWith(digits)))
                    .isNotEmpty();
            assertThat(hasRightCheckDigit(digits)).isTrue();
        });
    }

    @Test
    void every_member_has_an_address_of_plain_letters() {
        assertThat(Cast.members().stream().map(CastMember::slug).collect(Collectors.toSet()))
                .hasSize(Cast.members().size())
                .allMatch(slug -> slug.matches("[a-z]+-[a-z]+"));
    }

    private static boolean hasRightCheckDigit(String digits) {
        String ten = digits.substring(digits.length() - 10);
        int sum = IntStream.range(0, 10)
                .map(place -> (ten.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1))
                .map(product -> product / 10 + product % 10)
                .sum();
        return sum % 10 == 0;
    }
}
