package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.History;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.meetings.Participant;
import se.vardmote.organisation.StaffNames;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.retention.Holds;
import se.vardmote.ui.IdentityPage;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PersonId;

/** One tap at the knock: name and number of somebody with protected personal data are seen only by who opens them. */
class ProtectedIdentityTests {
    private static final String ALIAS = "Skyddad uppgift";
    private static final Client.Shown HIDDEN = new Client.Shown(ALIAS, "");
    private static final PersonId NUMBER =
            PersonId.parse("19121212-1212", LocalDate.of(2026, 11, 17)).orElseThrow();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning planning = new TestPlanning(db);
    private final TestAssessment there = planning.clinic;
    private final StaffMember nurse = TestCast.nurse();
    private final DropIn dropIn = there.waits(
            TestAssessment.hidden(TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", NUMBER, null)));
    private final ProtectedIdentityController details = new ProtectedIdentityController(
            there.access(db),
            there.answering,
            new History(db.app()),
            there.clients,
            new AuditLog(db.audit()),
            there.clock);
    private final AuditLog audit = new AuditLog(db.audit());
    private final HistoryReader reader = new HistoryReader(
            new History(db.app()), there.clients, there.journal.rightPatient, there.organisation, audit, there.clock);
    private final TestDays days = new TestDays(db, planning);
    private final ContactReader contacts = new ContactReader(
            there.duties,
            there.journal.notes,
            there.journal.entries,
            there.journal.pictures,
            there.dropIns,
            there.house.participants,
            there.house.texts,
            there.clients,
            new ColleaguesInTheCall(there.house.invitations, there.house.handOvers, there.organisation),
            there.organisation,
            there.clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_row_shows_an_alias_and_no_number() {
        WaitingRow row = days.board
                .read(List.of(nurse), List.of(dropIn))
                .shownTo(List.of(nurse), true, Map.of())
                .rows()
                .getFirst();
        assertThat(row.patientName()).isEqualTo(ALIAS);
        assertThat(row.identity()).isNull();
        assertThat(row.identityKind()).isEqualTo("protected");
        assertThat(row.identityNote()).isNull();
    }

    @Test
    void the_room_shows_the_alias() {
        assertThat(there.house.participants.of(dropIn.conversation()))
                .extracting(Participant::name)
                .containsExactly("Karin Larsson", ALIAS);
    }

    @Test
    void who_opens_the_details_sees_them_and_that_is_on_record() {
        var page = (IdentityPage) Objects.requireNonNull(
                details.identity(nurse, dropIn.id().toString()).getModel().get("page"));
        assertThat(page.name()).isEqualTo("Tolvan Tolvansson");
        assertThat(page.identity()).isEqualTo(NUMBER.display());
        assertThat(openings()).isEqualTo(1);
    }

    @Test
    void at_another_unit_nobody_opens_them() {
        StaffMember elsewhere = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        assertThatThrownBy(() -> details.identity(elsewhere, dropIn.id().toString()))
                .isInstanceOf(ProblemException.class);
        assertThat(openings()).isZero();
    }

    @Test
    void the_history_and_the_opened_call_show_the_alias_also_when_the_content_is_gone() {
        there.judgement.turnAway(nurse, dropIn.id(), TestAssessment.homeVisit());
        assertThat(search().person()).isEqualTo(HIDDEN);
        assertThat(opened().person()).isEqualTo(HIDDEN);
        there.clock.pass(Duration.ofDays(61));
        there.purge(db).run();
        assertThat(opened().person()).isEqualTo(HIDDEN);
        details.identity(nurse, dropIn.id().toString());
        assertThat(openings()).isEqualTo(1);
    }

    @Test
    void the_notes_to_write_and_the_printed_contact_show_the_alias() {
        MeetingId meeting = there.judgement.admit(nurse, dropIn.id(), TestAssessment.informed());
        there.house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());
        ContactPage contact = contacts.read(nurse, there.duties.of(meeting).orElseThrow());
        assertThat(contact.patientName()).isEqualTo(ALIAS);
        assertThat(contact.identity()).isEmpty();
        assertThat(there.drafts.text(there.duties.of(meeting).orElseThrow()).background())
                .contains(ALIAS)
                .doesNotContain("Tolvan");
        assertThat(days.day.read(nurse, DayReader.Extra.notice("")).toSign())
                .extracting(DayPage.NoteToDo::patientName)
                .containsExactly(ALIAS);
    }

    private HistoryPage search() {
        var found = TestSearches.on(db, there, reader)
                .history(nurse, "", "", "", dropIn.client().toString(), "");
        return (HistoryPage) Objects.requireNonNull(found.getModel().get("page"));
    }

    private PastCallPage opened() {
        var page = new PastCallController(
                        there.access(db),
                        new History(db.app()),
                        reader,
                        there.clients,
                        there.duties,
                        there.house.retention,
                        new Holds(db.app(), there.house.retention, there.clock),
                        new WhatIsLeft(there.duties, there.journal.pictures, there.house.retention),
                        new StaffNames(db.app()),
                        audit,
                        there.clock)
                .open(nurse, dropIn.id().toString());
        return (PastCallPage) Objects.requireNonNull(page.getModel().get("page"));
    }

    private int openings() {
        return db.owner()
                .sql("""
                        select count(*) from audit.event
                        where object_type = 'protected-identity' and outcome = 'ALLOWED' and client_id = ?""")
                .param(dropIn.client().value())
                .query(Integer.class)
                .single();
    }
}
