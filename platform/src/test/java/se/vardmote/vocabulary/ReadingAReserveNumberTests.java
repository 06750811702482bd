package se.vardmote.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R0-53, R0-54: a patient without a personal identity number may be entered by a reserve number of its issuer. */
class ReadingAReserveNumberTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** The examples of Inera's page on local reserve identities and of the Swedish base profiles. */
    @ParameterizedTest
    @CsvSource({
        "NATIONAL, 98240301AA06, 98240301AA06",
        "NATIONAL, 98240301-aa06, 98240301AA06",
        "STOCKHOLM, 991981000010, 991981000010",
        "STOCKHOLM, 991945 000023, 991945000023",
        "STOCKHOLM, 991993000032, 991993000032",
        "VASTRA_GOTALAND, 19810829-M071, 19810829M071",
        "VASTRA_GOTALAND, 19450829K088, 19450829K088",
        "VASTRA_GOTALAND, 19930829x802, 19930829X802",
        "VARMLAND, 19810829SU3A, 19810829SU3A",
        "VARMLAND, 19450829SF2B, 19450829SF2B",
        "INERA, 198108320014, 198108320014",
        "SKANE, 19810829\u2013A012, 19810829A012",
        "HALLAND, 19810829AB12, 19810829AB12"
    })
    void numbers_of_the_published_form_are_kept_with_their_issuer(ReserveIssuer issuer, String typed, String value) {
        PersonId id = PersonId.parseReserve(issuer, typed, TODAY).orElseThrow();
        assertThat(id).isEqualTo(new PersonId(issuer.system(), value));
        assertThat(id.kind()).isEqualTo(PersonId.Kind.RESERVE_NUMBER);
        assertThat(id.toString()).doesNotContain(value);
    }

    @ParameterizedTest
    @CsvSource({
        "STOCKHOLM, '', identity-missing",
        "STOCKHOLM, 9919810000, identity-length",
        "STOCKHOLM, 99198100001?, identity-characters",
        "STOCKHOLM, 991981000011, identity-check-digit",
        "STOCKHOLM, 981981000010, reserve-form",
        "VASTRA_GOTALAND, 19810829M072, identity-check-digit",
        "VASTRA_GOTALAND, 19810829M081, reserve-form",
        "VASTRA_GOTALAND, 19810229M071, identity-date",
        "VARMLAND, 19811329SU3A, identity-date",
        "VARMLAND, 19810829SQ3A, reserve-form",
        "INERA, 198108320015, identity-check-digit",
        "INERA, 198108310014, reserve-form",
        "SKANE, 19810829X8é2, identity-characters",
        "SKANE, 991981000010, reserve-form",
        "NATIONAL, 98240301AI06, reserve-form",
        "NATIONAL, 98241301AA06, identity-date",
        "NATIONAL, 19240301AA06, identity-date",
        "NATIONAL, 98270301AA06, identity-future",
        "HALLAND, AB8108291234, reserve-form",
        "HALLAND, 19121212-1212, reserve-is-personal",
        "VASTRA_GOTALAND, 121212+1212, reserve-is-personal"
    })
    void other_forms_are_refused_with_the_reason(ReserveIssuer issuer, String typed, String reason) {
        assertThat(PersonId.parseReserve(issuer, typed, TODAY)).isEqualTo(Parsed.refused(reason));
    }

    @Test
    void only_the_national_number_tells_a_birth_date() {
        assertThat(PersonId.parseReserve(ReserveIssuer.NATIONAL, "98240301AA06", TODAY)
                        .orElseThrow()
                        .birthDate())
                .contains(LocalDate.of(2024, 3, 1));
        assertThat(PersonId.parseReserve(ReserveIssuer.NATIONAL, "00244540AA06", TODAY)
                        .orElseThrow()
                        .birthDate())
                .isEmpty();
        assertThat(PersonId.parseReserve(ReserveIssuer.VASTRA_GOTALAND, "19810829M071", TODAY)
                        .orElseThrow()
                        .ageOn(TODAY))
                .isEmpty();
    }

    @Test
    void a_person_whom_nobody_has_identified_is_nobody_else_and_needs_a_reason() {
        UnknownIdentity one =
                UnknownIdentity.parse(" Medvetslös,\nsaknar handlingar ").orElseThrow();
        UnknownIdentity other = UnknownIdentity.parse("Vill inte säga").orElseThrow();
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.id().kind()).isEqualTo(PersonId.Kind.UNKNOWN);
        assertThat(one.why()).isEqualTo("Medvetslös, saknar handlingar");
        assertThat(one.id().display()).isEmpty();
        assertThat(UnknownIdentity.parse(" \u200B")).isEqualTo(Parsed.refused("unknown-why-missing"));
        assertThat(UnknownIdentity.parse("x".repeat(201))).isEqualTo(Parsed.refused("unknown-why-too-long"));
    }
}
