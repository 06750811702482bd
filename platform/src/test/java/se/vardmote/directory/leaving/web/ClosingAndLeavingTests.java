package se.vardmote.directory.leaving.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.UnitSettings;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** A unit closes or somebody leaves: what is open is shown, handed over or ended, and nothing is left to nobody (PDL 3:9). */
class ClosingAndLeavingTests {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String SARA = "SE2120001132-1001";
    private static final String ADAM = "SE2120001132-1003";
    private static final String KIM = "SE2120001132-1010";
    private static final String TOM = "SE2120001199-1001";
    private static final String LATER = "SE2120001132-1011";
    private final TestHouse house = TestHouse.anew();
    private final StaffId sara = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
    private final StaffId kim = house.cast.staff(KIM, "Kim Ekdal", Profession.ASSISTANT_NURSE);
    private final StaffId lovisa = house.cast.staff(LATER, "Lovisa Lund", Profession.NURSE);
    private final CareUnitId day = house.cast.unit("Sjuksköterskor dag", "SE2120001132-E050", null);
    private final LocalDate today = LocalDate.ofInstant(house.clock().instant(), SWEDEN);
    private final String unit = "/admin/organisation/enheter/" + TestCast.NURSES;
    private final String person = "/admin/organisation/personal/" + sara;
    private CommissionId saras = house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
    private TestBrowser administrator = house.browser();

    @BeforeEach
    void open() {
        StaffId adam = house.cast.staff(ADAM, "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(adam, TestCast.VELLINGE);
        house.cast.commission(kim, TestCast.HOME_CARE, TestCast.CARE);
        house.cast.commission(lovisa, day, TestCast.CARE);
        house.cast.commission(
                house.cast.staff(TOM, "Tom Trelleborg", Profession.NURSE), TestCast.ELSEWHERE, TestCast.CARE);
        administrator = house.signedIn(ADAM);
    }

    @Test
    void everything_that_is_open_is_shown_and_the_unit_does_not_close_before_each_has_gone_somewhere() {
        house.cast.covers(TestCast.NURSES, TestCast.HOME_CARE);
        house.cast.heads(sara, TestCast.NURSES);
        house.cast.partOf(TestCast.HOME_CARE, TestCast.NURSES);
        UUID duty = duty(TestCast.NURSES, sara);
        UUID call = plannedCall(TestCast.NURSES, sara, 5);
        assertThat(administrator.get(unit + "/stang").body())
                .contains("Anteckningar att signera", "Planerade samtal", "Jourtabellen: enheten tar emot")
                .contains("Reserv för andra", "Enhetschef", "Delar av enheten", "Medarbetaruppdrag")
                .doesNotContain("Patientens namn");

        assertStillOpen();
        hand("duty", LATER, duty.toString());
        hand("planned-call", LATER, call.toString());
        assertStillOpen();
        end("duty-to");
        end("cover");
        end("head");
        end("part");
        assertStillOpen();
        end("commission");
        assertThat(administrator.get(unit + "/stang").body()).contains("Inget är öppet längre.");
        assertThat(TestBrowser.location(post(unit, "stang", "", ""))).endsWith("?notice=kept");

        assertThat(text("select staff_id || ' ' || care_unit_id from journal.duty"))
                .isEqualTo(lovisa + " " + day);
        assertThat(text("select staff_id || ' ' || receiving_unit_id from assessment.planned_call"))
                .isEqualTo(lovisa + " " + day);
        assertThat(text("select valid_to::text from organisation.care_unit where id = '" + TestCast.NURSES + "'"))
                .isEqualTo(today.toString());
        assertThat(house.database.owner().sql("""
                                select object_type || ' ' || action from audit.event
                                where action in ('hand-over', 'end') and object_type <> 'session' order by id""").query(String.class).list())
                .containsExactly(
                        "duty hand-over",
                        "planned-call hand-over",
                        "duty-to end",
                        "cover end",
                        "head end",
                        "part end",
                        "commission end");
        assertThat(text("select client_id::text from audit.event where object_type = 'duty' and action = 'hand-over'"))
                .isEqualTo(text("select client_id::text from journal.duty"));
    }

    @Test
    void neither_the_form_of_the_unit_nor_that_of_a_commission_goes_round_it() {
        duty(TestCast.NURSES, sara);
        var form = new HashMap<>(Map.of("name", "Kommunsjuksköterskorna", "phone", "040-628 04 00"));
        form.put("validTo", today.plusDays(9).toString());
        HttpResponse<String> answer = administrator.post(unit, form, unit + "/andra");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Något är fortfarande öppet på enheten.");

        String commission = person + "/uppdrag/" + saras;
        answer = administrator.post(
                commission,
                Map.of(
                        "name",
                        "Uppdrag",
                        "what",
                        TestCast.CARE,
                        "validFrom",
                        "2020-01-01",
                        "validTo",
                        today.toString()),
                commission);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Något är fortfarande öppet hos personen");
        assertThat(text("select coalesce(valid_to::text, 'none') from organisation.commission where id = '" + saras
                        + "'"))
                .isEqualTo("none");
    }

    @Test
    void an_assignment_neither_ends_nor_begins_later_while_something_is_left_that_nothing_there_goes_on_with() {
        String assignment =
                person + "/uppdrag/" + house.cast.assignment(sara, TestCast.NURSES, Assignment.Kind.HOME_CARE);
        duty(TestCast.NURSES, sara);
        house.cast.endCommission(saras, today.minusDays(1));
        var ending = Map.of("what", "HOME_CARE", "validFrom", "2020-01-01", "validTo", today.toString());
        HttpResponse<String> answer = administrator.post(assignment, ending, assignment);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Något är fortfarande öppet hos personen");
        var later = Map.of("what", "HOME_CARE", "validFrom", today.plusDays(1).toString());
        assertThat(administrator.post(assignment, later, assignment).body())
                .contains("öppet hos personen på enheten före den dagen");

        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        assertThat(administrator.post(assignment, later, assignment).statusCode())
                .isEqualTo(303);
    }

    @Test
    void neither_another_purpose_nor_a_later_first_day_goes_round_it() {
        duty(TestCast.NURSES, sara);
        String tomorrow = today.plusDays(1).toString();
        assertThat(commission("Administration", "2020-01-01").body()).contains("bara Vård och behandling öppnar det");
        assertThat(commission(TestCast.CARE, tomorrow).body()).contains("öppet hos personen på enheten före den dagen");
        assertThat(openingOn(unit, tomorrow).body()).contains("öppet på enheten före den dagen");
        assertThat(text("select purpose || ' ' || valid_from from organisation.commission where id = '" + saras + "'"))
                .isEqualTo(TestCast.CARE + " 2020-01-01");
        assertThat(text("select coalesce(valid_from::text, '-') from organisation.care_unit where id = '"
                        + TestCast.NURSES + "'"))
                .isEqualTo("-");
    }

    @Test
    void a_unit_without_anything_open_may_open_later_with_those_who_are_tied_to_it() {
        house.cast.heads(lovisa, day);
        String address = "/admin/organisation/enheter/" + day;
        var ending = opening(today.plusDays(9).toString());
        ending.put("validTo", today.plusDays(20).toString());
        assertThat(administrator.post(address, ending, address + "/andra").statusCode())
                .as("and close after that")
                .isEqualTo(422);
        assertThat(openingOn(address, today.plusDays(9).toString()).statusCode())
                .isEqualTo(303);
        assertThat(text("select valid_from::text from organisation.care_unit where id = '" + day + "'"))
                .isEqualTo(today.plusDays(9).toString());
    }

    @Test
    void a_commission_that_another_goes_on_after_may_end() {
        duty(TestCast.NURSES, sara);
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE, today.plusDays(1), null);
        assertThat(commission("Administration", "2020-01-01").statusCode())
                .as("not yet begun")
                .isEqualTo(422);
        String address = person + "/uppdrag/" + saras;
        var form = commissionForm(TestCast.CARE, "2020-01-01");
        form.put("validTo", today.toString());
        assertThat(administrator.post(address, form, address).statusCode()).isEqualTo(303);
    }

    @Test
    void a_licence_is_not_taken_away_while_something_needs_it() {
        String duty = duty(TestCast.NURSES, sara).toString();
        var unlicensed = Map.of("name", "Sara Sjuk", "profession", "NURSE");
        HttpResponse<String> answer = administrator.post(person, unlicensed, person + "/andra");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("bara den med legitimation kan göra klart");
        assertThat(text("select licensed::text from organisation.staff where id = '" + sara + "'"))
                .isEqualTo("true");
        post(person, "lamna", "duty", LATER, duty);
        assertThat(administrator.post(person, unlicensed, person + "/andra").statusCode())
                .isEqualTo(303);
    }

    /** Whoever has left opens nothing on any day to come, and whoever moves works at one unit. */
    @Test
    void a_commission_that_has_not_begun_never_does_or_begins_at_the_other_unit_instead() {
        end("duty-to");
        LocalDate later = today.plusDays(10);
        CommissionId ended = house.cast.commission(sara, TestCast.NURSES, TestCast.CARE, later, null);
        CommissionId moved = house.cast.commission(sara, TestCast.NURSES, TestCast.CARE, later, later.plusDays(5));
        post(person, "avsluta", "commission", "", saras + "," + ended);
        assertThat(unitsOf(sara, later)).containsExactly(TestCast.NURSES);
        post(person, "lamna", "commission", day.toString(), moved.toString());
        assertThat(unitsOf(sara, later)).containsExactly(day);
        assertThat(unitsOf(sara, later.plusDays(5))).containsExactly(day);
        assertThat(unitsOf(sara, later.plusDays(6))).isEmpty();
        assertThat(administrator.get(person).body()).contains("Började aldrig");
        assertThat(administrator.get(person + "/lamnar").body()).doesNotContain("id=\"commission-" + ended);
        post(
                person,
                "avsluta",
                "commission",
                "",
                text("select id::text from organisation.commission where care_unit_id = '" + day + "' and staff_id = '"
                        + sara + "'"));
        assertThat(unitsOf(sara, later)).isEmpty();
    }

    @Test
    void a_note_is_handed_only_to_somebody_licensed_who_cares_for_patients_at_the_same_care_provider() {
        String duty = duty(TestCast.NURSES, sara).toString();
        assertThat(hand("duty", KIM, duty).body()).contains("behöver vara legitimerad");
        assertThat(hand("duty", TOM, duty).body()).contains("behöver vara legitimerad");
        assertThat(hand("duty", ADAM, duty).body()).contains("Du kan inte ge dig själv något");
        assertThat(hand("duty", "SE2120001132-9999", duty).body()).contains("Ingen i personalen har det HSA-id:t");
        assertThat(post(unit, "avsluta", "duty", "", duty).statusCode())
                .as("ends by a signature")
                .isEqualTo(422);
        assertThat(text("select staff_id::text from journal.duty")).isEqualTo(sara.toString());
        assertThat(hand("duty", LATER, duty).statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_leaves_hands_over_what_is_theirs_before_the_commissions_end() {
        String duty = duty(TestCast.NURSES, sara).toString();
        String call = plannedCall(TestCast.NURSES, sara, 5).toString();
        assertThat(administrator.get(person + "/lamnar").body())
                .contains("Anteckningar att signera", "Planerade samtal", "Medarbetaruppdrag");
        HttpResponse<String> early = post(person, "avsluta", "commission", "", saras.toString());
        assertThat(early.body()).contains("Lämna över eller avsluta det andra först.");
        post(person, "lamna", "duty", LATER, duty);
        post(person, "avsluta", "planned-call", "", call);
        assertThat(text("select state from assessment.planned_call")).isEqualTo("CANCELLED");
        assertThat(post(person, "avsluta", "commission", "", saras.toString()).statusCode())
                .isEqualTo(303);
        assertThat(administrator.get(person + "/lamnar").body()).contains("Inget är öppet hos er.");
        assertThat(text("select valid_to::text from organisation.commission where id = '" + saras + "'"))
                .isEqualTo(today.toString());
    }

    @Test
    void a_device_moves_and_stays_paired_or_is_revoked() {
        String home = "/admin/organisation/enheter/" + TestCast.HOME_CARE;
        DeviceId moved = house.cast.device("iPad 07");
        DeviceId blocked = house.cast.device("iPad 08");
        post(home, "lamna", "device", day.toString(), moved.toString());
        post(home, "avsluta", "device", "", blocked.toString());
        assertThat(text("select care_unit_id::text from organisation.device where id = '" + moved + "'"))
                .isEqualTo(day.toString());
        assertThat(text("select revoked_why from organisation.device where id = '" + blocked + "'"))
                .isEqualTo("unit-closed");
    }

    @Test
    void a_rule_of_duty_leads_to_another_unit_from_the_day_after_and_until_then_as_before() {
        String rule = text("select id::text from assessment.duty_rule");
        assertThat(post(unit, "lamna", "duty-to", TestCast.HOME_CARE.toString(), rule)
                        .body())
                .as("nobody licensed there")
                .contains("Det går inte att lämna dit");
        post(unit, "lamna", "duty-to", day.toString(), rule);
        assertThat(house.database.owner().sql("""
                                select to_unit_id || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-')
                                from assessment.duty_rule order by valid_from""").query(String.class).list())
                .containsExactly(TestCast.NURSES + " 2020-01-01 " + today, day + " " + today.plusDays(1) + " -");
    }

    @Test
    void another_unit_is_sought_as_cover_and_a_part_moves_but_not_below_itself() {
        house.cast.covers(TestCast.NURSES, TestCast.HOME_CARE);
        post(unit, "lamna", "cover", day.toString(), TestCast.HOME_CARE.toString());
        assertThat(house.context()
                        .getBean(UnitSettings.class)
                        .of(TestCast.HOME_CARE)
                        .cover())
                .isEqualTo(day);
        CareUnitId part = house.cast.unit("Del", "SE2120001132-E051", TestCast.NURSES);
        CareUnitId below = house.cast.unit("Del av del", "SE2120001132-E052", part);
        assertThat(post(unit, "lamna", "part", below.toString(), part.toString())
                        .body())
                .contains("Det går inte att lämna dit");
        post(unit, "lamna", "part", day.toString(), part.toString());
        assertThat(text("select parent_unit_id::text from organisation.care_unit where id = '" + part + "'"))
                .isEqualTo(day.toString());
    }

    @Test
    void several_go_together_or_not_at_all() {
        CareUnitId free = house.cast.unit("Alfa", "SE2120001132-E053", TestCast.NURSES);
        CareUnitId above = house.cast.unit("Beta", "SE2120001132-E054", TestCast.NURSES);
        CareUnitId below = house.cast.unit("Beta söder", "SE2120001132-E055", above);
        assertThat(post(unit, "lamna", "part", below.toString(), free + "," + above)
                        .body())
                .contains("Det går inte att lämna dit");
        assertThat(text("select parent_unit_id::text from organisation.care_unit where id = '" + free + "'"))
                .isEqualTo(TestCast.NURSES.toString());
        post(unit, "lamna", "part", day.toString(), free + "," + above);
        assertThat(text("select count(*)::text from organisation.care_unit where parent_unit_id = '" + day + "'"))
                .isEqualTo("2");
    }

    @Test
    void a_commission_is_not_handed_over_either_while_something_else_is_open() {
        assertThat(post(unit, "lamna", "commission", day.toString(), saras.toString())
                        .body())
                .contains("Lämna över eller avsluta det andra först.");
        assertThat(text("select coalesce(valid_to::text, '-') from organisation.commission where id = '" + saras + "'"))
                .isEqualTo("-");
    }

    @Test
    void a_commission_goes_on_at_another_unit_the_day_after_and_the_register_says_who_could_read_what_when() {
        end("duty-to");
        post(unit, "lamna", "commission", day.toString(), saras.toString());
        assertThat(house.database
                        .owner()
                        .sql("""
                                select care_unit_id || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-')
                                from organisation.commission where staff_id = ? order by valid_from""")
                        .param(sara.value())
                        .query(String.class)
                        .list())
                .containsExactly(TestCast.NURSES + " 2020-01-01 " + today, day + " " + today.plusDays(1) + " -");
    }

    @Test
    void another_care_providers_unit_cannot_be_closed_here_and_what_is_theirs_is_only_shown() {
        assertThat(administrator
                        .get("/admin/organisation/enheter/" + TestCast.ELSEWHERE + "/stang")
                        .statusCode())
                .isEqualTo(404);
        house.cast.answers(TestCast.ELSEWHERE, TestCast.TRELLEBORG, TestCast.NURSES, "08:00", "16:00");
        String theirs = text(
                "select id::text from assessment.duty_rule where care_provider_id = '" + TestCast.TRELLEBORG + "'");
        assertThat(administrator.get(unit + "/stang").body()).contains("Det här hör till en annan vårdgivare.");
        assertThat(post(unit, "avsluta", "duty-to", "", theirs).statusCode()).isEqualTo(422);
        assertThat(text("select coalesce(valid_to::text, '-') from assessment.duty_rule where id = '" + theirs + "'"))
                .isEqualTo("-");
    }

    @Test
    void an_administrator_ends_and_hands_over_nothing_of_their_own() {
        StaffId adam = house.context()
                .getBean(Organisation.class)
                .staffBy(HsaId.of(ADAM))
                .orElseThrow()
                .id();
        CommissionId own = house.cast.commission(adam, day, TestCast.CARE);
        String self = "/admin/organisation/personal/" + adam;
        assertThat(post(self, "avsluta", "commission", "", own.toString()).body())
                .contains("Du kan inte ge dig själv något");
        assertThat(post(self, "lamna", "commission", TestCast.NURSES.toString(), own.toString())
                        .body())
                .contains("Du kan inte ge dig själv något");
        assertThat(text("select coalesce(valid_to::text, '-') from organisation.commission where id = '" + own + "'"))
                .isEqualTo("-");
    }

    private List<CareUnitId> unitsOf(StaffId staff, LocalDate on) {
        return house.context().getBean(Organisation.class).atWorkOf(Set.of(staff), on).stream()
                .map(work -> work.unit().id())
                .toList();
    }

    private HttpResponse<String> commission(String purpose, String from) {
        String address = person + "/uppdrag/" + saras;
        return administrator.post(address, commissionForm(purpose, from), address);
    }

    private static Map<String, String> commissionForm(String purpose, String from) {
        return new HashMap<>(Map.of("name", "Uppdrag", "what", purpose, "validFrom", from));
    }

    private HttpResponse<String> openingOn(String address, String from) {
        return administrator.post(address, opening(from), address + "/andra");
    }

    private static Map<String, String> opening(String from) {
        return new HashMap<>(Map.of("name", "Namnet", "phone", "040-628 04 00", "validFrom", from, "head", LATER));
    }

    private void assertStillOpen() {
        assertThat(post(unit, "stang", "", "").body()).contains("Enheten går inte att stänga än.");
    }

    private HttpResponse<String> hand(String kind, String to, String matter) {
        return post(unit, "lamna", kind, to, matter);
    }

    /** Everything of a kind. */
    private void end(String kind) {
        String page = administrator.get(unit + "/stang").body();
        String id = page.replaceAll("(?s).*id=\"" + kind + "-([0-9a-f-]{36})\" name=\"matter\".*", "$1");
        assertThat(post(unit, "avsluta", kind, "", id).statusCode()).as(kind).isEqualTo(303);
    }

    private HttpResponse<String> post(String subject, String what, String kind, String to, String... matters) {
        String address = subject + (subject.contains("/personal/") ? "/lamnar" : "/stang");
        var form = new HashMap<>(Map.of("what", what, "kind", kind, "to", to, "day", today.toString()));
        if (matters.length > 0) form.put("matter", matters[0]);
        return administrator.post(address, form, address);
    }

    private String text(String question) {
        return house.database.owner().sql(question).query(String.class).single();
    }

    private UUID duty(CareUnitId at, StaffId staff) {
        UUID id = UUID.randomUUID();
        house.database
                .owner()
                .sql("""
                        insert into journal.duty (id, care_provider_id, care_unit_id, client_id, retention_unit_id,
                            documentation_unit_id, meeting_id, staff_id, background, prefilled, opened_at)
                        values (:id, :provider, :unit, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                            gen_random_uuid(), :staff, '', '', now())""")
                .param("id", id)
                .param("provider", TestCast.VELLINGE.value())
                .param("unit", at.value())
                .param("staff", staff.value())
                .update();
        house.database
                .owner()
                .sql("""
                        insert into journal.completion (duty_id, care_provider_id, ended_at, background_at_end,
                            prefilled_at_end) values (?, ?, now(), '', '')""")
                .params(List.of(id, TestCast.VELLINGE.value()))
                .update();
        return id;
    }

    private UUID plannedCall(CareUnitId receiving, StaffId staff, int daysAhead) {
        UUID id = UUID.randomUUID();
        house.database
                .owner()
                .sql("""
                        insert into assessment.planned_call (id, care_provider_id, receiving_unit_id, retention_unit_id,
                            client_id, staff_id, by_care_worker, purposes, reason, channel, protected_identity, planned_at, at,
                            call_name, day, state)
                        values (:id, :provider, :unit, gen_random_uuid(), gen_random_uuid(), :staff, false,
                            array['ASSESSMENT'], 'WOUND', 'TELEPHONE', false, now(), now() + make_interval(days => :days),
                            'A37', current_date + :days, 'PLANNED')""")
                .param("id", id)
                .param("provider", TestCast.VELLINGE.value())
                .param("unit", receiving.value())
                .param("staff", staff.value())
                .param("days", daysAhead)
                .update();
        return id;
    }
}
