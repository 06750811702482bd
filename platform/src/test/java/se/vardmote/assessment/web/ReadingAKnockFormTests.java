package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.KnockReading;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.ReserveIssuer;
import se.vardmote.vocabulary.StaffId;

/** R0-11, R0-22 to R0-33, R0-51 to R0-54: what a knock must say, and the field at which each fault is shown. */
class ReadingAKnockFormTests {
    private static final List<CallReason> ALL = List.of(CallReason.values());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final Staff SARA =
            new Staff(StaffId.next(), HsaId.of("SE2120001132-1001"), "Sara Sjuk", Profession.NURSE, true);
    private static final String KEY = UUID.randomUUID().toString();

    @Test
    void a_whole_form_is_a_knock() {
        Knock knock = read(form());
        assertThat(knock.key()).hasToString(KEY);
        assertThat(knock.staffName().value()).isEqualTo("Karin Larsson");
        assertThat(knock.staffPhone().e164()).isEqualTo("+46701740605");
        assertThat(knock.patientName().value()).isEqualTo("Tolvan Tolvansson");
        assertThat(knock.patient())
                .isEqualTo(PersonId.parse("191212121212", TODAY).orElseThrow());
        assertThat(knock.reason()).isEqualTo(CallReason.FALL);
        assertThat(knock.agreement()).isEqualTo(new Knock.Agreement(SARA.id(), "Sara Sjuk"));
    }

    @Test
    void an_empty_form_is_told_everything_that_is_missing_at_once() {
        assertThat(errors(KnockForm.empty(KEY)))
                .containsOnlyKeys("reason", "patientName", "identityNumber", "staffName", "staffPhone", "spokenWith");
    }

    @Test
    void a_reason_that_whoever_is_sought_does_not_take_is_refused_at_its_field() {
        assertThat(KnockReader.read(form(), TODAY, List.of(), List.of(SARA), List.of(CallReason.OTHER)))
                .isEqualTo(new KnockReading.Refused(Map.of("reason", "not-offered")));
    }

    @Test
    void whom_to_reach_is_missing_only_where_there_is_a_choice() {
        List<String> choices = List.of("PHYSIOTHERAPIST", "ANYBODY");
        assertThat(KnockReader.read(form(), TODAY, choices, List.of(SARA), ALL))
                .isEqualTo(new KnockReading.Refused(Map.of("wanted", "missing")));
        assertThat(KnockReader.read(with(form(), "wanted", "NURSE"), TODAY, choices, List.of(SARA), ALL))
                .isInstanceOf(KnockReading.Refused.class);
        assertThat(KnockReader.read(with(form(), "wanted", "ANYBODY"), TODAY, choices, List.of(SARA), ALL))
                .isInstanceOf(KnockReading.Read.class);
    }

    @ParameterizedTest
    @CsvSource({
        "staffName, '', name-missing",
        "patientName, ' ', name-missing",
        "staffPhone, '', phone-missing",
        "staffPhone, 112, phone-invalid",
        "identityNumber, '', identity-missing",
        "identityNumber, 19121212-1213, identity-check-digit",
        "identityNumber, 19990230-1234, identity-date",
        "identityNumber, 20991212-1212, identity-future",
        "identityNumber, 1212-1212, identity-length",
        "identityNumber, Tolvan, identity-characters",
        "reason, LONELINESS, missing",
        "spokenWith, 00000000-0000-7000-8000-00000000dead, missing",
        "identityKind, passport, choice-missing"
    })
    void a_fault_is_told_at_its_own_field_only(String field, String typed, String code) {
        assertThat(errors(with(form(), field, typed))).isEqualTo(Map.of(field, code));
    }

    @ParameterizedTest
    @EnumSource(CallReason.class)
    void every_reason_of_the_routine_can_be_chosen(CallReason reason) {
        assertThat(read(with(form(), "reason", reason.name())).reason()).isEqualTo(reason);
    }

    @Test
    void a_reserve_number_is_kept_with_whose_it_is() {
        KnockForm form = with(with(form(), "identityKind", "reserve"), "reserveNumber", "19810829-M071");
        assertThat(errors(form)).isEqualTo(Map.of("reserveRegion", "missing"));

        Knock knock = read(with(form, "reserveRegion", "VASTRA_GOTALAND"));
        assertThat(knock.patient().system()).isEqualTo(ReserveIssuer.VASTRA_GOTALAND.system());
        assertThat(knock.identityNote()).isEqualTo("VASTRA_GOTALAND");
    }

    @Test
    void a_personal_number_cannot_pass_as_a_reserve_number() {
        KnockForm form = with(
                with(with(form(), "identityKind", "reserve"), "reserveRegion", "INERA"),
                "reserveNumber",
                "191212121212");
        assertThat(errors(form)).containsOnlyKeys("reserveNumber");
    }

    @Test
    void somebody_whom_nobody_knows_needs_a_reason_and_no_number() {
        KnockForm form = with(with(form(), "identityKind", "unknown"), "identityNumber", "");
        assertThat(errors(form)).isEqualTo(Map.of("unknownWhy", "unknown-why-missing"));

        Knock knock = read(with(form, "unknownWhy", "Ny för oss, hittad i trapphuset"));
        assertThat(knock.identityNote()).isEqualTo("Ny för oss, hittad i trapphuset");
        assertThat(knock.patient().kind()).isEqualTo(PersonId.Kind.UNKNOWN);
    }

    @Test
    void the_call_can_be_agreed_with_somebody_who_is_not_in_the_list_if_named() {
        KnockForm form = with(form(), "spokenWith", "other");
        assertThat(errors(form)).isEqualTo(Map.of("spokenWithName", "name-missing"));
        assertThat(read(with(form, "spokenWithName", "Nattsköterskan")).agreement())
                .isEqualTo(new Knock.Agreement(null, "Nattsköterskan"));
    }

    @Test
    void whoever_is_at_the_patients_may_be_licensed() {
        assertThat(read(form()).profession()).isNull();
        assertThat(read(with(form(), "staffRole", "PHYSIOTHERAPIST")).profession())
                .isEqualTo(Profession.PHYSIOTHERAPIST);
        assertThat(errors(with(form(), "staffRole", "CARE_ASSISTANT"))).containsKey("staffRole");
    }

    @Test
    void nothing_that_was_typed_shows_in_what_is_logged_of_a_knock_or_of_its_faults() {
        assertThat(form().toString()).doesNotContain("Tolvan", "Karin", "1212", "0605");
        assertThat(new KnockReading.Read(read(form())).toString()).doesNotContain("Tolvan", "Karin", "1212", "0605");
        KnockReading refused =
                KnockReader.read(with(form(), "staffPhone", "112"), TODAY, List.of(), List.of(SARA), ALL);
        assertThat(refused.toString()).doesNotContain("Tolvan", "Karin", "1212", "112]");
    }

    private static KnockForm form() {
        return new KnockForm(
                KEY,
                "Karin Larsson",
                "070-174 06 05",
                "",
                "Tolvan Tolvansson",
                "personal",
                "19121212-1212",
                "",
                "",
                "",
                "FALL",
                "",
                SARA.id().toString(),
                "",
                "");
    }

    private static KnockForm with(KnockForm form, String field, String typed) {
        return new KnockForm(
                form.knock(),
                field.equals("staffName") ? typed : form.staffName(),
                field.equals("staffPhone") ? typed : form.staffPhone(),
                field.equals("staffRole") ? typed : form.staffRole(),
                field.equals("patientName") ? typed : form.patientName(),
                field.equals("identityKind") ? typed : form.identityKind(),
                field.equals("identityNumber") ? typed : form.identityNumber(),
                field.equals("reserveRegion") ? typed : form.reserveRegion(),
                field.equals("reserveNumber") ? typed : form.reserveNumber(),
                field.equals("unknownWhy") ? typed : form.unknownWhy(),
                field.equals("reason") ? typed : form.reason(),
                field.equals("wanted") ? typed : form.wanted(),
                field.equals("spokenWith") ? typed : form.spokenWith(),
                field.equals("spokenWithName") ? typed : form.spokenWithName(),
                "");
    }

    private static Knock read(KnockForm form) {
        return ((KnockReading.Read) KnockReader.read(form, TODAY, List.of(), List.of(SARA), ALL)).knock();
    }

    private static Map<String, String> errors(KnockForm form) {
        return ((KnockReading.Refused) KnockReader.read(form, TODAY, List.of(), List.of(SARA), ALL)).errors();
    }
}
