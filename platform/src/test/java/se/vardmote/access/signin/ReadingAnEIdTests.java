package se.vardmote.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.vardmote.access.EId;
import se.vardmote.access.EId.Fit;
import se.vardmote.vocabulary.PersonId;

/** What an e-ID says, and whether it is the patient's (sweden.md §3.3: an eIDAS person may have no number). */
class ReadingAnEIdTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final String NUMBER = "https://id.oidc.se/claim/personalIdentityNumber";
    private static final PersonId TOLVAN =
            PersonId.parse("19121212-1212", TODAY).orElseThrow();
    private static final PersonId MARIA = PersonId.parse("196101182803", TODAY).orElseThrow();

    @Test
    void the_number_decides_whose_it_is_whatever_the_name_says() {
        EId person = read(Map.of(NUMBER, "191212121212", "name", "Någon Annan")).orElseThrow();
        assertThat(person.fits(TOLVAN)).isEqualTo(Fit.SAME);
        assertThat(person.fits(MARIA)).isEqualTo(Fit.OTHER);
        assertThat(person.name().value()).isEqualTo("Någon Annan");
    }

    @Test
    void brokers_spell_it_in_their_own_ways() {
        for (String claim : List.of(NUMBER, "personalIdentityNumber", "personal_identity_number", "personalNumber"))
            assertThat(read(Map.of(claim, "191212121212", "name", "T"))
                            .orElseThrow()
                            .numbers())
                    .containsExactly(TOLVAN);
    }

    @Test
    void an_earlier_number_is_the_same_person() {
        EId person = read(Map.of(NUMBER, "196101182803", "previousPersonalIdentityNumber", "191212121212", "name", "T"))
                .orElseThrow();
        assertThat(person.fits(TOLVAN)).isEqualTo(Fit.SAME);
        assertThat(person.fits(MARIA)).isEqualTo(Fit.SAME);
    }

    @Test
    void somebody_from_another_country_without_a_number_is_told_apart_by_birth_date_at_most() {
        Map<String, Object> claims = Map.of(
                "https://id.swedenconnect.se/claim/prid", "DK:1", "given_name", "Jens", "family_name", "Prøvesen");
        EId undated = read(claims).orElseThrow();
        assertThat(undated.name().value()).isEqualTo("Jens Prøvesen");
        assertThat(undated.numbers()).isEmpty();
        assertThat(undated.fits(TOLVAN)).isEqualTo(Fit.CANNOT_TELL);
        assertThat(read(with(claims, "birthdate", "1912-12-12")).orElseThrow().fits(TOLVAN))
                .isEqualTo(Fit.CANNOT_TELL);
        assertThat(read(with(claims, "birthdate", "1975-04-02")).orElseThrow().fits(TOLVAN))
                .isEqualTo(Fit.OTHER);
        assertThat(read(with(claims, "birthdate", "i våras")).orElseThrow().fits(TOLVAN))
                .isEqualTo(Fit.CANNOT_TELL);
    }

    @Test
    void a_patient_whose_number_nobody_knows_is_for_a_person_to_decide() {
        PersonId reserve = PersonId.unknown();
        assertThat(read(Map.of(NUMBER, "191212121212", "name", "T"))
                        .orElseThrow()
                        .fits(reserve))
                .isEqualTo(Fit.CANNOT_TELL);
    }

    @Test
    void an_answer_without_a_number_and_without_a_foreign_identity_is_nobodys() {
        assertThat(read(Map.of("name", "Tolvan Tolvansson"))).isEmpty();
        assertThat(read(Map.of("name", "Tolvan Tolvansson", "birthdate", "1912-12-12")))
                .isEmpty();
    }

    @Test
    void a_number_that_is_none_is_not_passed_over() {
        assertThat(read(Map.of(NUMBER, "191212121213", "prid", "DK:1", "name", "T")))
                .isEmpty();
        assertThat(read(Map.of(NUMBER, List.of("191212121212", "hej"), "name", "T")))
                .isEmpty();
    }

    @Test
    void nobody_is_shown_without_a_name() {
        assertThat(read(Map.of(NUMBER, "191212121212"))).isEmpty();
    }

    @Test
    void who_it_is_is_not_shown_by_accident() {
        assertThat(read(Map.of(NUMBER, "191212121212", "name", "Tolvan"))
                        .orElseThrow()
                        .toString())
                .doesNotContain("1212", "Tolvan");
    }

    private static Optional<EId> read(Map<String, Object> claims) {
        return new EIdClaims(claims).person(TODAY);
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, String value) {
        var more = new java.util.HashMap<>(claims);
        more.put(name, value);
        return more;
    }
}
