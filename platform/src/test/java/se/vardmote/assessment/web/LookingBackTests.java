package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.History;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.PastCall;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.web.PastCallPage.Left;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.TestJournal;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.StaffNames;
import se.vardmote.platform.CountingStatements;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.retention.Holds;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * R0-39, R0-40: the unit's own calls stay to be found when their content has gone; a name is shown when a call is opened
 * or a person is searched for, and that is on record.
 */
class LookingBackTests {
    private static final StaffMember SARA = TestCast.nurse();
    private static final String TOLVAN = "19121212-1212";
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment clinic = new TestAssessment(db);
    private final CountingStatements statements = new CountingStatements(db.appDataSource());
    private final JdbcClient jdbc = JdbcClient.create(statements);
    private final History history = new History(jdbc);
    private final AuditLog audit = new AuditLog(db.audit());
    private final HistoryReader reader = new HistoryReader(
            history,
            new Clients(jdbc, clinic.clock),
            clinic.journal.rightPatient,
            new Organisation(jdbc),
            audit,
            clinic.clock);
    private final HistoryController pages = TestSearches.on(db, clinic, reader);
    private final Holds holds = new Holds(db.app(), clinic.house.retention, clinic.clock);
    private final WhatIsLeft left = new WhatIsLeft(clinic.duties, clinic.journal.pictures, clinic.house.retention);
    private final PastCallController opened = new PastCallController(
            clinic.access(db),
            history,
            reader,
            clinic.clients,
            clinic.duties,
            clinic.house.retention,
            holds,
            left,
            new StaffNames(db.app()),
            audit,
            clinic.clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_list_shows_when_why_who_judged_and_what_but_nobody_by_name() {
        DropIn refused = refused(clinic.waits("Tolvan Tolvansson"));
        clinic.waits("Tolvan Tolvansson");
        HistoryPage page = page(all(SARA));
        assertThat(page.calls()).singleElement().satisfies(call -> {
            assertThat(call.call()).isEqualTo(refused.id().toString());
            assertThat(call.reason()).isEqualTo("FALL");
            assertThat(call.professional()).isEqualTo("Sara Sjuk");
            assertThat(call.outcome()).isEqualTo("HOME_VISIT");
            assertThat(call.fromUnit()).isEqualTo("Hemtjänst Höllviken");
        });
        assertThat(page.toString()).doesNotContain("Tolvan");
        assertThat(lastEvent()).containsEntry("object_type", "history").containsEntry("outcome", "ALLOWED");
    }

    @Test
    void a_page_holds_fifty_and_the_next_goes_on_where_it_ended() {
        List<String> knocked = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            // Several in the same second: the place of a page is more than a time.
            if (i % 7 == 0) clinic.clock.pass(Duration.ofSeconds(1));
            knocked.addFirst(refused(clinic.waits("Tolvan Tolvansson")).id().toString());
        }
        List<String> read = new ArrayList<>();
        HistoryPage page = page(all(SARA));
        List<Integer> sizes = new ArrayList<>(List.of(page.calls().size()));
        page.calls().forEach(call -> read.add(call.call()));
        while (page.next() != null) {
            page = page(next(page.next()));
            sizes.add(page.calls().size());
            page.calls().forEach(call -> read.add(call.call()));
        }
        assertThat(sizes).containsExactly(50, 50, 20);
        assertThat(read).isEqualTo(knocked);
    }

    @Test
    void another_unit_and_another_care_provider_see_none_of_it() {
        refused(clinic.waits("Tolvan Tolvansson"));
        assertThat(page(all(TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE)))
                        .calls())
                .isEmpty();
        assertThat(page(all(TestAssessment.at(TestCast.TRELLEBORG, TestCast.NURSES)))
                        .calls())
                .isEmpty();
    }

    @Test
    void days_are_swedish_and_both_included() {
        refused(clinic.waits("Tolvan Tolvansson"));
        assertThat(page(search(SARA, "2026-11-17", "2026-11-17", "")).calls()).hasSize(1);
        assertThat(page(search(SARA, "2026-11-18", "", "")).calls()).isEmpty();
        assertThat(page(search(SARA, "", "2026-11-16", "")).calls()).isEmpty();
        assertThat(page(search(SARA, "", "", "WOUND")).calls()).isEmpty();
        assertThat(page(search(SARA, "", "", "FALL")).calls()).hasSize(1);
        assertThat(search(SARA, "i går", "", "").getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void a_person_is_found_by_the_whole_number_which_is_in_no_address_and_on_record() {
        DropIn call = refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        refused(clinic.waits("Tolvan Tolvansson"));
        ModelAndView answer = pages.person(SARA, TOLVAN);
        String address = addressOf(answer);
        assertThat(address).isEqualTo("/historik?person=" + call.client()).doesNotContain("1212-1212", "19121212");
        assertThat(lastEvent())
                .containsEntry("client_id", call.client().value())
                .containsEntry("ground", "search-by-identity");
        HistoryPage page = page(next(address));
        assertThat(page.calls()).hasSize(1);
        assertThat(page.person()).isEqualTo(new Client.Shown("Tolvan Tolvansson", TOLVAN));
    }

    @Test
    void whoever_the_unit_has_not_met_is_not_told_apart_from_whoever_is_not_known() {
        DropIn call = refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        StaffMember elsewhere = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        HistoryPage page =
                page(pages.history(elsewhere, "", "", "", call.client().toString(), ""));
        assertThat(page.person()).isNull();
        assertThat(page.calls()).isEmpty();
        assertThat(closed(pages.person(elsewhere, TOLVAN))).isEqualTo(closed(pages.person(elsewhere, "19610118-2803")));
        assertThat(page(pages.person(SARA, "")).errors()).containsEntry("identity", "identity-missing");
    }

    @Test
    void an_opened_call_shows_the_person_and_says_until_when_the_content_is_there() {
        DropIn call = refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        PastCallPage page = past(opened.open(SARA, call.id().toString()));
        assertThat(page.person()).isEqualTo(new Client.Shown("Tolvan Tolvansson", TOLVAN));
        assertThat(page.content().lastDay()).isEqualTo(LocalDate.of(2027, 1, 16));
        assertThat(lastEvent())
                .containsEntry("object_type", "drop-in")
                .containsEntry("client_id", call.client().value());
    }

    @Test
    void after_sixty_days_it_says_when_the_content_went_and_what_is_left() {
        DropIn call = refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        clinic.clock.pass(Duration.ofDays(61));
        clinic.purge(db).run();
        PastCallPage page = past(opened.open(SARA, call.id().toString()));
        assertThat(page.content().goneAt()).isEqualTo(clinic.clock.instant());
        assertThat(page.person().name()).isEqualTo("Tolvan Tolvansson");
        assertThat(page.reasonCode()).isEqualTo("must-examine");
        assertThat(page.left()).containsExactly(Left.PERSON, Left.TIMES, Left.JUDGEMENT, Left.ROLES);
        assertThat(page(all(SARA)).calls()).singleElement().matches(HistoryPage.Row::contentGone);
    }

    @Test
    void of_a_call_that_nobody_judged_no_assessment_is_said_to_be_left() {
        DropIn call = knockOf(TOLVAN, "Tolvan Tolvansson");
        clinic.clock.pass(Duration.ofDays(61));
        clinic.purge(db).run();
        assertThat(past(opened.open(SARA, call.id().toString())).left())
                .containsExactly(Left.PERSON, Left.TIMES, Left.ROLES);
    }

    /** The record has its own time, which is longer, and then it is not promised either. */
    @Test
    void of_a_call_that_was_held_names_emergency_instruction_note_and_pictures_are_left_as_long_as_the_record() {
        DropIn call = knockOf(TOLVAN, "Tolvan Tolvansson");
        Duty duty = helpedAlong(call);
        assertThat(past(opened.open(SARA, call.id().toString())).left())
                .as("while the content is there")
                .isEmpty();
        clinic.clock.pass(Duration.ofDays(61));
        clinic.purge(db).run();
        assertThat(past(opened.open(SARA, call.id().toString())).left())
                .containsExactly(
                        Left.PERSON,
                        Left.TIMES,
                        Left.JUDGEMENT,
                        Left.NAMES,
                        Left.EMERGENCIES,
                        Left.INSTRUCTIONS,
                        Left.NOTE,
                        Left.PICTURES);
        clinic.clock.pass(Duration.ofDays(4_000));
        clinic.purge(db).run();
        PastCall past = history.find(TestCast.VELLINGE, call.id()).orElseThrow();
        assertThat(left.of(past, clinic.duties.of(duty.meeting())))
                .containsExactly(Left.PERSON, Left.TIMES, Left.JUDGEMENT, Left.ROLES);
    }

    @Test
    void of_a_call_whose_note_nobody_has_signed_what_was_begun_is_left() {
        DropIn call = knockOf(TOLVAN, "Tolvan Tolvansson");
        MeetingId meeting = clinic.judgement.admit(SARA, call.id(), TestAssessment.informed());
        clinic.house.meetings.end(TestCast.VELLINGE, meeting, SARA.staff());
        clinic.drafts.save(clinic.duties.of(meeting).orElseThrow(), TestJournal.saying("Tryck på såret"));
        clinic.clock.pass(Duration.ofDays(61));
        clinic.purge(db).run();
        assertThat(past(opened.open(SARA, call.id().toString())).left())
                .containsExactly(Left.PERSON, Left.TIMES, Left.JUDGEMENT, Left.NAMES, Left.DRAFT);
    }

    /** Somebody pressed "Akut" and was told what to do; a picture was saved and the note is signed. */
    private Duty helpedAlong(DropIn call) {
        MeetingId meeting = clinic.judgement.admit(SARA, call.id(), TestAssessment.informed());
        RetentionUnitId unit = call.conversation();
        var karin = clinic.house.participants.of(unit).getFirst().id();
        clinic.house.emergencies.press(unit, karin, UUID.randomUUID());
        clinic.house.instructions.write(unit, karin, UUID.randomUUID(), "Lyft benet");
        clinic.house.meetings.end(TestCast.VELLINGE, meeting, SARA.staff());
        Duty duty = clinic.duties.of(meeting).orElseThrow();
        var picture = new Pictures.Taken(
                new byte[] {1}, 1600, 1200, clinic.clock.instant(), "Karin Larsson", Pictures.Asked.ASKED);
        clinic.journal.pictures.save(duty, picture, SARA);
        clinic.journal.notes.sign(duty, TestJournal.saying("Benet lyftes"), SARA);
        return duty;
    }

    @Test
    void content_is_held_with_a_reason_and_a_last_day_and_that_is_on_record() {
        DropIn call = refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        var incomplete = opened.hold(SARA, call.id().toString(), "", " ", "2026-11-16");
        assertThat(incomplete.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(past(incomplete).errors().keySet()).containsExactlyInAnyOrder("reason", "why", "lastDay");
        assertThat(past(opened.hold(SARA, call.id().toString(), "POLICE", "K 1234", "2028-11-17"))
                        .errors())
                .containsOnlyKeys("lastDay");
        opened.hold(SARA, call.id().toString(), "POLICE", "K 1234", "2027-03-01");
        assertThat(lastEvent()).containsEntry("activity", "WRITE").containsEntry("action", "hold");
        clinic.clock.pass(Duration.ofDays(61));
        clinic.purge(db).run();
        PastCallPage page = past(opened.open(SARA, call.id().toString()));
        assertThat(page.content()).isEqualTo(new PastCallPage.Content(null, LocalDate.of(2027, 1, 16), true));
        assertThat(page.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.placedBy()).isEqualTo("Sara Sjuk");
            assertThat(hold.inForce()).isTrue();
        });
    }

    @Test
    void a_hold_is_lifted_from_its_own_call_and_from_no_other() {
        DropIn call = refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        DropIn other = refused(clinic.waits("Tolvan Tolvansson"));
        opened.hold(SARA, call.id().toString(), "OTHER", "Ärende 5", "2027-03-01");
        String hold = holds.inForce(TestCast.VELLINGE).getFirst().id().toString();
        opened.lift(SARA, other.id().toString(), hold);
        assertThat(holds.inForce(TestCast.VELLINGE)).hasSize(1);
        opened.lift(SARA, call.id().toString(), hold);
        assertThat(holds.inForce(TestCast.VELLINGE)).isEmpty();
        assertThat(lastEvent()).containsEntry("action", "lift").containsEntry("object_id", UUID.fromString(hold));
    }

    @Test
    void who_works_elsewhere_opens_and_holds_nothing_also_when_it_is_purged() {
        DropIn call = refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        StaffMember stranger = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        assertThatThrownBy(() -> opened.open(stranger, call.id().toString())).isInstanceOf(ProblemException.class);
        clinic.clock.pass(Duration.ofDays(61));
        clinic.purge(db).run();
        assertThatThrownBy(() -> opened.open(stranger, call.id().toString()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().slug()).isEqualTo("access/no-relation"));
        assertThat(lastEvent()).containsEntry("outcome", "REFUSED");
    }

    @Test
    void a_long_history_asks_no_more_of_the_database_than_a_short_one() {
        refused(knockOf(TOLVAN, "Tolvan Tolvansson"));
        refused(clinic.waits("Tolvan Tolvansson"));
        int few = statements.during(() -> all(SARA));
        for (int i = 0; i < 150; i++) refused(clinic.waits("Tolvan Tolvansson"));
        assertThat(statements.during(() -> all(SARA))).isEqualTo(few).isEqualTo(2);
    }

    /** All that it says, but for the number that was typed. */
    private static ClosedPage closed(ModelAndView answer) {
        var page = (ClosedPage) Objects.requireNonNull(answer.getModel().get("page"));
        return new ClosedPage(
                "",
                page.unit(),
                page.elsewhere(),
                page.grounds(),
                page.providers(),
                page.chosen(),
                page.form(),
                page.nothing(),
                page.errors());
    }

    private ModelAndView all(StaffMember staff) {
        return search(staff, "", "", "");
    }

    private ModelAndView search(StaffMember staff, String from, String to, String reason) {
        return pages.history(staff, from, to, reason, "", "");
    }

    private ModelAndView next(String address) {
        var asked = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        return pages.history(
                SARA,
                asked.getOrDefault("fran", ""),
                asked.getOrDefault("till", ""),
                asked.getOrDefault("orsak", ""),
                asked.getOrDefault("person", ""),
                java.net.URLDecoder.decode(asked.getOrDefault("fore", ""), java.nio.charset.StandardCharsets.UTF_8));
    }

    private DropIn knockOf(String number, String name) {
        PersonId person = PersonId.parse(number, LocalDate.of(2026, 11, 17)).orElseThrow();
        Knock knock = TestAssessment.knock(UUID.randomUUID(), name, person, null);
        var seat = clinic.room.knock(knock, clinic.door()).orElseThrow();
        return clinic.dropIns
                .of(clinic.house
                        .conversations
                        .holderOf(seat.hash())
                        .orElseThrow()
                        .unit())
                .orElseThrow();
    }

    private DropIn refused(DropIn waiting) {
        clinic.judgement.turnAway(SARA, waiting.id(), TestAssessment.homeVisit());
        return waiting;
    }

    private Map<String, Object> lastEvent() {
        return db.app()
                .sql("select * from audit.event order by id desc limit 1")
                .query()
                .singleRow();
    }

    private static String addressOf(ModelAndView answer) {
        return Objects.requireNonNull(
                ((org.springframework.web.servlet.view.RedirectView) Objects.requireNonNull(answer.getView()))
                        .getUrl());
    }

    private static HistoryPage page(ModelAndView view) {
        return (HistoryPage) Objects.requireNonNull(view.getModel().get("page"));
    }

    private static PastCallPage past(ModelAndView view) {
        return (PastCallPage) Objects.requireNonNull(view.getModel().get("page"));
    }
}
