package se.vardmote.assessment.planned.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import se.vardmote.access.Assurance;
import se.vardmote.access.CallCodes;
import se.vardmote.access.SessionId;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.Doors;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.assessment.planned.web.ArrivalController.ArrivalForm;
import se.vardmote.organisation.Devices;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-12, R0-13, R0-16, R0-17, R0-51, R0-52: what the pages take, what they show and to whom. */
class PlannedPagesTests {
    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("staffName", "Karin Larsson"),
            Map.entry("staffPhone", "070-174 06 05"),
            Map.entry("channel", "TELEPHONE"),
            Map.entry("date", "2026-11-18"),
            Map.entry("time", "14:30"),
            Map.entry("patientName", "Tolvan Tolvansson"),
            Map.entry("identityNumber", TestPlanning.NUMBER),
            Map.entry("purposes", "ASSESSMENT"),
            Map.entry("reason", "TRAINING"),
            Map.entry("homeUnit", TestCast.HOME_CARE.toString()));
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning there = new TestPlanning(db);
    private final Instant noon = there.clinic.clock.instant();
    private final PlanPages forms =
            new PlanPages(there.units, there.clinic.organisation, there.clinic.settings, there.clinic.clock);
    private final PlannedReader reader = new PlannedReader(
            there.calls,
            there.codes,
            there.clinic.clients,
            there.clinic.organisation,
            there.clinic.commissions,
            there.audit,
            there.clinic.clock);
    private final PlannedController pages = new PlannedController(
            forms,
            reader,
            new GuestReader(there.calls, there.invited, there.guestCodes, there.notifications),
            there.planning,
            there.codes,
            there.access(),
            there.clinic.clock);
    private final ArrivalController arrivals = new ArrivalController(
            there.arrivals,
            there.clinic.organisation,
            new Doors(
                    there.clinic.organisation,
                    new Devices(db.app(), there.clinic.clock),
                    new DutyRules(db.app()),
                    there.clinic.roster,
                    there.clinic.clock));

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_plan_leads_to_the_call_with_everything_that_was_agreed() {
        String address = address(pages.plan(there.sara, form(Map.of())));
        assertThat(address).matches("/planerade/[0-9a-f-]{36}\\?hande=planned");
        PlannedCallPage page = page(pages.one(there.sara, address.substring(11, 47), "planned"));
        assertThat(page.at()).isEqualTo(Instant.parse("2026-11-18T13:30:00Z"));
        assertThat(page.patientName()).isEqualTo("Tolvan Tolvansson");
        assertThat(page.identity()).isEqualTo(TestPlanning.NUMBER);
        assertThat(page.homeUnit()).isEqualTo("Hemtjänst Höllviken");
        assertThat(page.notice()).isEqualTo("planned");
        assertThat(page.professional()).isEqualTo("Sara Sjuk");
    }

    /** Tomorrow 14.30 is 26.5 hours ahead. */
    @Test
    void a_care_worker_plans_no_sooner_than_the_professionals_unit_has_decided_and_only_what_it_takes() {
        there.clinic.cast.decides(TestCast.NURSES, "planned.notice", "1600");
        there.clinic.cast.decides(TestCast.NURSES, "offered.TRAINING", "no");
        ModelAndView soon = pages.request(there.ipad, asked());
        assertThat(((PlanPage) Objects.requireNonNull(soon.getModel().get("page"))).errors())
                .containsEntry("time", "too-soon")
                .containsEntry("reason", "not-offered");
        there.clinic.cast.decides(TestCast.NURSES, "planned.notice", "1590");
        there.clinic.cast.decides(TestCast.NURSES, "offered.TRAINING", "yes");
        assertThat(address(pages.request(there.ipad, asked()))).isEqualTo("/?hande=planned");
    }

    private PlanForm asked() {
        PlanForm form = form(Map.of());
        return new PlanForm(
                form.plan(),
                form.homeUnit(),
                there.sara.staff().toString(),
                form.patientName(),
                form.identityNumber(),
                form.reserveRegion(),
                form.protectedIdentity(),
                form.purposes(),
                form.reason(),
                form.staffName(),
                form.staffPhone(),
                form.staffRole(),
                form.channel(),
                form.date(),
                form.time(),
                form.times(),
                form.every(),
                form.unit());
    }

    @Test
    void every_wrong_field_is_named_at_once_and_nothing_is_planned() {
        ModelAndView answer = pages.plan(
                there.sara,
                form(Map.of(
                        "staffName", "",
                        "staffPhone", "112",
                        "channel", "",
                        "date", "2026-11-16",
                        "patientName", " ",
                        "identityNumber", "19121212-1213",
                        "purposes", "",
                        "reason", "",
                        "homeUnit", TestCast.ELSEWHERE.toString())));
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(((PlanPage) Objects.requireNonNull(answer.getModel().get("page"))).errors())
                .containsOnlyKeys(
                        "staffName",
                        "staffPhone",
                        "channel",
                        "date",
                        "patientName",
                        "identityNumber",
                        "purposes",
                        "reason",
                        "homeUnit")
                .containsEntry("date", "past");
        assertThat(there.calls
                        .coming(TestCast.VELLINGE, List.of(TestCast.NURSES), null)
                        .calls())
                .isEmpty();
    }

    @Test
    void a_series_has_at_most_twenty_six_calls_and_at_least_a_day_between() {
        pages.plan(there.sara, form(Map.of("times", "3", "every", "2", "unit", "WEEK")));
        assertThat(there.calls
                        .coming(TestCast.VELLINGE, List.of(TestCast.NURSES), null)
                        .calls())
                .extracting(PlannedCall::at)
                .containsExactly(
                        Instant.parse("2026-11-18T13:30:00Z"),
                        Instant.parse("2026-12-02T13:30:00Z"),
                        Instant.parse("2026-12-16T13:30:00Z"));
        assertThat(errors(Map.of("times", "27"))).containsKey("times");
        assertThat(errors(Map.of("times", "0"))).containsKey("times");
        assertThat(errors(Map.of("times", "2", "every", "0"))).containsKey("every");
        assertThat(errors(Map.of("times", "2", "every", "27", "unit", "WEEK"))).containsKey("every");
        assertThat(errors(Map.of("times", "många"))).containsKey("times");
    }

    @Test
    void a_time_may_be_written_with_a_full_stop_and_must_be_to_come_within_a_year() {
        assertThat(errors(Map.of("time", "14.30"))).isEmpty();
        assertThat(errors(Map.of("date", "2026-11-17", "time", "12:00"))).containsEntry("time", "past");
        assertThat(errors(Map.of("date", "2027-12-24"))).containsEntry("date", "too-far");
        assertThat(errors(Map.of("date", "i morgon"))).containsEntry("date", "form");
        assertThat(errors(Map.of("time", ""))).containsEntry("time", "missing");
    }

    @Test
    void a_call_started_now_waits_on_the_day_with_its_digits_until_they_come() {
        pages.start(there.sara, form(Map.of("homeUnit", "code")));
        AwaitedPage.Row row = awaited().rows().getFirst();
        assertThat(row.staffName()).isEqualTo("Karin Larsson");
        assertThat(row.code()).matches("[0-9]{6}");
        assertThat(row.until()).isEqualTo(noon.plus(Duration.ofMinutes(10)));

        ArrivalPage known =
                arrival(arrivals.identifyByCode(typed(row.code(), TestPlanning.NUMBER), new MockHttpServletRequest()));
        var knock = new ArrivalForm(row.code(), TestPlanning.NUMBER, "Karin Larsson", "070-174 06 05", "");
        assertThat(Objects.requireNonNull(known.patient()).name()).isEqualTo("Tolvan Tolvansson");
        assertThat(address(arrivals.knockByCode(knock, new MockHttpServletRequest(), new MockHttpServletResponse())))
                .isEqualTo("/samtal");
        assertThat(awaited().rows()).isEmpty();
    }

    @Test
    void digits_that_are_given_out_at_five_to_midnight_stand_on_the_day_as_long_as_they_open() {
        Instant fiveTo = Instant.parse("2026-11-17T22:55:00Z");
        there.clinic.clock.set(fiveTo);
        pages.start(there.sara, form(Map.of("homeUnit", "code")));
        PlannedCall soon = there.planned(fiveTo.plus(Duration.ofMinutes(10)));
        pages.code(there.sara, soon.id().toString());
        assertThat(awaited().rows()).hasSize(2);
        there.clinic.clock.set(fiveTo.plus(Duration.ofMinutes(10)).minusSeconds(1));
        assertThat(awaited().rows()).hasSize(2);
        there.clinic.clock.pass(Duration.ofSeconds(1));
        assertThat(awaited().rows()).isEmpty();
    }

    @Test
    void a_wrong_number_by_code_shows_nothing_of_the_call() {
        CallCodes.Issued code = there.started();
        ArrivalPage wrong = arrival(
                arrivals.identifyByCode(typed(code.code(), TestPlanning.ANOTHER_NUMBER), new MockHttpServletRequest()));
        ArrivalPage nowhere =
                arrival(arrivals.identifyByCode(typed("000000", TestPlanning.NUMBER), new MockHttpServletRequest()));
        assertThat(wrong.patient()).isNull();
        assertThat(wrong.errors()).isEqualTo(nowhere.errors()).containsEntry("identityNumber", "wrong-code");
        assertThat(wrong.numbers()).isEqualTo(nowhere.numbers());
        assertThat(wrong.toString()).doesNotContain("Tolvan", "Sara", "TRAINING");
    }

    @Test
    void at_the_device_all_but_the_press_is_filled_in_once_the_number_is_right() {
        PlannedCall call = there.planned(noon.plus(Duration.ofHours(1)));
        String id = call.id().toString();
        ArrivalPage asked = arrival(arrivals.open(there.ipad, id));
        assertThat(asked.toString()).contains("Sara Sjuk", call.name()).doesNotContain("Tolvan", "TRAINING", "Karin");
        assertThat(arrival(arrivals.identify(there.ipad, id, typed("", TestPlanning.ANOTHER_NUMBER)))
                        .patient())
                .isNull();
        ArrivalPage known = arrival(arrivals.identify(there.ipad, id, typed("", TestPlanning.NUMBER)));
        assertThat(Objects.requireNonNull(known.patient()).staffName()).isEqualTo("Karin Larsson");
        assertThat(known.patient().staffPhone()).isEqualTo("070-174 06 05");
        var response = new MockHttpServletResponse();
        var wrongPhone = new ArrivalForm("", TestPlanning.NUMBER, "Karin Larsson", "112", "");
        assertThat(arrivals.knock(there.ipad, id, wrongPhone, response).getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        var right = new ArrivalForm("", TestPlanning.NUMBER, "Karin Larsson", "070-174 06 05", "");
        assertThat(address(arrivals.knock(there.ipad, id, right, response))).isEqualTo("/samtal");
        assertThat(Objects.requireNonNull(response.getHeader("Set-Cookie"))).startsWith("__Host-seat=");
    }

    @Test
    void a_knock_with_a_wrong_number_knocks_nowhere() {
        PlannedCall call = there.planned(noon.plus(Duration.ofHours(1)));
        var wrong = new ArrivalForm("", TestPlanning.ANOTHER_NUMBER, "Karin Larsson", "070-174 06 05", "");
        assertThat(arrivals.knock(there.ipad, call.id().toString(), wrong, new MockHttpServletResponse())
                        .getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(there.clinic.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES))
                .isEmpty();
        assertThat(there.now(call.id()).state()).isEqualTo(PlannedCall.State.PLANNED);
    }

    @Test
    void name_and_number_of_somebody_protected_are_shown_in_no_list_and_on_no_device() {
        String address = address(pages.plan(there.sara, form(Map.of("protectedIdentity", "yes"))));
        PlannedCallId id = PlannedCallId.of(address.substring(11, 47));
        assertThat(list(there.sara).toString()).doesNotContain("Tolvan").contains("Skyddad uppgift");
        ArrivalPage known = arrival(arrivals.identify(there.ipad, id.toString(), typed("", TestPlanning.NUMBER)));
        assertThat(Objects.requireNonNull(known.patient()).name()).isEqualTo("Skyddad uppgift");
    }

    @Test
    void colleagues_of_the_unit_see_it_others_do_not_and_the_attempt_is_on_record() {
        PlannedCall call = there.planned(noon.plus(Duration.ofHours(1)));
        StaffMember colleague = at(TestCast.NURSES);
        assertThat(list(colleague).calls()).hasSize(1);
        assertThat(page(pages.one(colleague, call.id().toString(), "")).patientName())
                .isEqualTo("Tolvan Tolvansson");
        StaffMember stranger = at(TestCast.HOME_CARE);
        assertThat(list(stranger).calls()).isEmpty();
        for (Runnable attempt : List.<Runnable>of(
                () -> pages.one(stranger, call.id().toString(), ""),
                () -> pages.code(stranger, call.id().toString()),
                () -> pages.cancel(stranger, call.id().toString(), ""),
                () -> pages.move(stranger, call.id().toString(), "2026-11-20", "10:00"))) {
            assertThatThrownBy(attempt::run).isInstanceOf(ProblemException.class);
            assertThat(lastEvent()).containsEntry("outcome", "REFUSED").containsEntry("ground", "no-relation");
        }
        StaffMember elsewhere = TestAssessment.at(TestCast.TRELLEBORG, TestCast.NURSES);
        assertThatThrownBy(() -> pages.one(elsewhere, call.id().toString(), "")).isInstanceOf(ProblemException.class);
    }

    @Test
    void whose_names_are_shown_is_on_record_in_the_list_on_the_day_and_when_opened() {
        PlannedCall call = there.planned(noon.plus(Duration.ofHours(1)));
        for (Runnable look : List.<Runnable>of(
                () -> list(there.sara),
                () -> reader.today(there.sara),
                () -> pages.one(there.sara, call.id().toString(), ""))) {
            int before = events();
            look.run();
            assertThat(events()).isEqualTo(before + 1);
            assertThat(lastEvent())
                    .containsEntry("object_type", "planned-call")
                    .containsEntry("client_id", call.client().value())
                    .containsEntry("outcome", "ALLOWED");
        }
    }

    @Test
    void another_time_is_taken_or_said_to_be_wrong_and_a_cancelled_calls_code_ends() {
        PlannedCall call = there.planned(noon.plus(Duration.ofHours(1)));
        String id = call.id().toString();
        pages.move(there.sara, id, "2026-11-20", "10.15");
        assertThat(there.now(call.id()).at()).isEqualTo(Instant.parse("2026-11-20T09:15:00Z"));
        assertThat(pages.move(there.sara, id, "2026-11-01", "10:15").getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        pages.code(there.sara, id);
        assertThat(page(pages.one(there.sara, id, "")).code()).isNotNull();
        pages.cancel(there.sara, id, "");
        assertThat(there.codes.of(List.of(call.id().value()))).isEmpty();
    }

    @Test
    void nothing_personal_stands_in_an_address_or_in_what_is_logged_of_a_form() {
        String address = address(pages.plan(there.sara, form(Map.of())));
        assertThat(address).doesNotContain("Tolvan", "1212", "Karin");
        assertThat(form(Map.of()).toString()).doesNotContain("Tolvan", "1212", "Karin");
        assertThat(typed("123456", TestPlanning.NUMBER).toString()).doesNotContain("123456", "1212");
    }

    private Map<String, String> errors(Map<String, String> changed) {
        ModelAndView answer = pages.plan(there.sara, form(changed));
        return answer.getModel().get("page") instanceof PlanPage page ? page.errors() : Map.of();
    }

    private static PlanForm form(Map<String, String> changed) {
        java.util.function.UnaryOperator<String> field =
                name -> changed.getOrDefault(name, RIGHT.getOrDefault(name, ""));
        return new PlanForm(
                UUID.randomUUID().toString(),
                field.apply("homeUnit"),
                "",
                field.apply("patientName"),
                field.apply("identityNumber"),
                "",
                field.apply("protectedIdentity"),
                List.of(field.apply("purposes")),
                field.apply("reason"),
                field.apply("staffName"),
                field.apply("staffPhone"),
                "",
                field.apply("channel"),
                field.apply("date"),
                field.apply("time"),
                field.apply("times"),
                field.apply("every"),
                field.apply("unit"));
    }

    private static ArrivalForm typed(String code, String number) {
        return new ArrivalForm(code, number, "", "", "");
    }

    private AwaitedPage awaited() {
        return (AwaitedPage)
                Objects.requireNonNull(pages.awaited(there.sara).getModel().get("page"));
    }

    private PlannedListPage list(StaffMember staff) {
        return (PlannedListPage)
                Objects.requireNonNull(pages.list(staff, "").getModel().get("page"));
    }

    private static PlannedCallPage page(ModelAndView view) {
        return (PlannedCallPage) Objects.requireNonNull(view.getModel().get("page"));
    }

    private static ArrivalPage arrival(ModelAndView view) {
        return (ArrivalPage) Objects.requireNonNull(view.getModel().get("page"));
    }

    private static String address(ModelAndView view) {
        return Objects.requireNonNull(((RedirectView) Objects.requireNonNull(view.getView())).getUrl());
    }

    private static StaffMember at(CareUnitId unit) {
        return new StaffMember(
                new SessionId(UUID.randomUUID()),
                StaffId.next(),
                HsaId.of("SE2120001132-1009"),
                "Siv Sjuk",
                Profession.NURSE,
                true,
                CommissionId.next(),
                TestCast.VELLINGE,
                unit,
                "Någonstans",
                Assurance.LOA3,
                false,
                false,
                true);
    }

    private int events() {
        return db.app()
                .sql("select count(*) from audit.event")
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> lastEvent() {
        return db.app()
                .sql("select object_type, client_id, outcome, ground from audit.event order by id desc limit 1")
                .query()
                .singleRow();
    }
}
