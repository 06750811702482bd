package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Assurance;
import se.vardmote.access.Commissions;
import se.vardmote.access.Sessions;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.TestSessions;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-2, R0-11: who is on duty now, and with whom a call can have been agreed. */
class RosterTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestCast cast = TestCast.in(db);
    private final Sessions sessions = TestSessions.on(db, TestNews.silent(), clock);
    private final Roster roster = new Roster(
            db.app(), sessions, new Commissions(new Organisation(db.app()), sessions), TestNews.silent(), clock);
    private final StaffMember sara = TestCast.nurse();
    private final StaffMember siv = TestCast.nurse();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void who_comes_on_duty_is_on_until_they_go_off() {
        roster.comeOn(sara);
        assertThat(roster.isOn(sara)).isTrue();
        assertThat(roster.isOn(siv)).isFalse();
        roster.goOff(sara);
        assertThat(roster.isOn(sara)).isFalse();
    }

    @Test
    void coming_on_again_changes_nothing_and_the_longest_on_duty_stands_first() {
        roster.comeOn(sara);
        clock.pass(Duration.ofMinutes(5));
        roster.comeOn(siv);
        clock.pass(Duration.ofMinutes(5));
        roster.comeOn(sara);
        roster.answered(siv);
        sessions.begin(siv.staff(), here(siv), Assurance.LOA3);
        sessions.begin(sara.staff(), here(sara), Assurance.LOA3);
        assertThat(roster.at(TestCast.NURSES)).containsExactly(sara.staff(), siv.staff());
    }

    @Test
    void who_forgot_to_go_off_is_not_on_duty_once_the_sign_in_has_ended() {
        roster.comeOn(sara);
        sessions.begin(sara.staff(), here(sara), Assurance.LOA3);
        assertThat(roster.at(TestCast.NURSES)).containsExactly(sara.staff());
        clock.pass(Duration.ofHours(2));
        assertThat(roster.at(TestCast.NURSES)).isEmpty();
    }

    /** Switched on is not enough: a page that sleeps or has lost its network hears no knock. */
    @Test
    void who_has_not_answered_for_a_minute_is_not_on_duty_until_a_page_answers_again() {
        roster.comeOn(sara);
        sessions.begin(sara.staff(), here(sara), Assurance.LOA3);
        clock.pass(Duration.ofSeconds(59));
        assertThat(roster.at(TestCast.NURSES)).containsExactly(sara.staff());
        clock.pass(Duration.ofSeconds(1));
        assertThat(roster.at(TestCast.NURSES)).isEmpty();
        assertThat(roster.isOn(sara)).isTrue();
        assertThat(roster.answered(sara)).isTrue();
        assertThat(roster.at(TestCast.NURSES)).containsExactly(sara.staff());
    }

    @Test
    void a_page_that_answers_off_duty_puts_nobody_on() {
        sessions.begin(sara.staff(), here(sara), Assurance.LOA3);
        assertThat(roster.answered(sara)).isFalse();
        assertThat(roster.at(TestCast.NURSES)).isEmpty();
    }

    @Test
    void one_person_is_on_duty_at_every_unit_of_their_commissions_and_no_longer_where_one_has_ended() {
        StaffId staff = cast.staff("SE2120001132-1004", "Stina Två", Profession.NURSE);
        cast.commission(staff, TestCast.NURSES, TestCast.CARE);
        CommissionId other = cast.commission(staff, TestCast.HOME_CARE, TestCast.CARE);
        cast.commission(staff, TestCast.ELSEWHERE, TestCast.CARE);
        StaffMember stina = TestCast.as(staff);
        sessions.begin(staff, here(stina), Assurance.LOA3);

        roster.comeOn(stina);
        assertThat(roster.at(TestCast.NURSES)).containsExactly(staff);
        assertThat(roster.at(TestCast.HOME_CARE)).containsExactly(staff);
        assertThat(roster.at(TestCast.ELSEWHERE)).as("another care provider's").isEmpty();

        cast.endCommission(other, java.time.LocalDate.of(2026, 11, 16));
        roster.answered(stina);
        assertThat(roster.at(TestCast.HOME_CARE)).isEmpty();
        assertThat(roster.at(TestCast.NURSES)).containsExactly(staff);
        roster.goOff(stina);
        assertThat(roster.at(TestCast.NURSES)).isEmpty();
    }

    private static Sessions.Role here(StaffMember staff) {
        return new Sessions.Role.InCommission(staff.commission(), staff.careProvider());
    }

    @Test
    void duty_is_at_one_unit() {
        roster.comeOn(sara);
        assertThat(roster.at(TestCast.HOME_CARE)).isEmpty();
    }

    @Test
    void a_call_is_agreed_with_licensed_staff_who_work_there_today() {
        StaffId nurse = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        StaffId assistant = cast.staff("SE2120001132-1002", "Ulla Undersköterska", Profession.ASSISTANT_NURSE);
        StaffId gone = cast.staff("SE2120001132-1003", "Gun Slutat", Profession.NURSE);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        cast.commission(assistant, TestCast.NURSES, TestCast.CARE);
        cast.endCommission(cast.commission(gone, TestCast.NURSES, TestCast.CARE), java.time.LocalDate.of(2026, 11, 16));

        var organisation = new Organisation(db.app());
        var doors = new Doors(organisation, new Devices(db.app(), clock), new DutyRules(db.app()), roster, clock);
        assertThat(doors.colleagues(TestCast.NURSES)).extracting(Staff::name).containsExactly("Sara Sjuk");
        assertThat(doors.onDuty(TestCast.NURSES)).isEmpty();
    }
}
