package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCareAccess;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Attendance;
import se.vardmote.meetings.Participant;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.PersonId;

/** One tap at the knock: name and number of somebody with protected personal data are seen only by who opens them. */
class ProtectedIdentityTests {
    private static final String ALIAS = "Skyddad uppgift";
    private static final PersonId NUMBER =
            PersonId.parse("19121212-1212", LocalDate.of(2026, 11, 17)).orElseThrow();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final StaffMember nurse = TestCast.nurse();
    private final DropIn dropIn = there.waits(
            TestAssessment.hidden(TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", NUMBER, null)));
    private final ProtectedIdentityController details = new ProtectedIdentityController(
            TestCareAccess.on(db, there.clock, there.relations()),
            there.dropIns,
            there.clients,
            new AuditLog(db.audit()),
            there.clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_row_shows_an_alias_and_no_number() {
        var board = new WaitingBoard(
                there.dropIns,
                there.clients,
                there.house.participants,
                there.house.texts,
                new Attendance(db.app(), there.clock),
                there.organisation,
                there.clock);
        WaitingRow row = board.read(List.of(dropIn))
                .shownTo(nurse, true, Map.of())
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
