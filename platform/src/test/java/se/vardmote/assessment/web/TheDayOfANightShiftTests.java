package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.UnitSetting;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.assessment.web.DayPage.Entry;
import se.vardmote.assessment.web.DayPage.State;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.TestColleagues;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;

/** R0-2: day and night. At midnight nothing leaves "Min dag" that somebody still has before them. */
@Tag("R0-2")
class TheDayOfANightShiftTests {
    /** 23.50 in Sweden. */
    private static final Instant TEN_TO_MIDNIGHT = Instant.parse("2026-11-17T22:50:00Z");

    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning planning = new TestPlanning(db);
    private final TestAssessment there = planning.clinic;
    private final TestDays days = new TestDays(db, planning);
    private final TestColleagues colleagues = new TestColleagues(there.cast, db);
    private final StaffMember sara = planning.sara;

    @BeforeEach
    void late() {
        there.clock.set(TEN_TO_MIDNIGHT);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_call_that_was_let_in_at_ten_to_midnight_and_goes_on_is_reached_from_the_day_at_ten_past() {
        MeetingId meeting = admitted(sara);
        there.clock.pass(TWENTY_MINUTES);
        assertThat(today(sara))
                .extracting(Entry::state, Entry::href)
                .containsExactly(tuple(State.IN_CALL, "/samtal/" + meeting));
    }

    @Test
    void who_left_the_queue_before_midnight_is_there_to_be_rung_until_noon_and_no_longer() {
        DropIn left = there.waits("Tolvan Tolvansson");
        var seat = there.house.participants.of(left.conversation()).getFirst().seat();
        there.house.departures.leave(left.conversation(), new Attendee.Guest(Objects.requireNonNull(seat)));
        there.clock.pass(TWENTY_MINUTES);
        assertThat(today(sara))
                .extracting(Entry::state, Entry::phone)
                .containsExactly(tuple(State.LEFT_BEFORE_JUDGEMENT, "+46701740605"));
        there.clock.pass(Duration.ofHours(12).minus(TWENTY_MINUTES));
        assertThat(today(sara)).hasSize(1);
        there.clock.pass(Duration.ofSeconds(1));
        assertThat(today(sara)).isEmpty();
    }

    @Test
    void to_whom_nobody_came_before_midnight_is_there_to_be_rung_after_it() {
        planning.planned(TEN_TO_MIDNIGHT.minus(TWENTY_MINUTES));
        there.clock.pass(Duration.ofMinutes(41));
        planning.missed();
        assertThat(today(sara))
                .extracting(Entry::state, Entry::phone)
                .containsExactly(tuple(State.MISSED, "+46701740605"));
    }

    @Test
    void who_has_taken_a_call_over_reaches_it_from_the_day_and_that_the_name_was_read_is_on_record() {
        StaffMember alva = colleagues.at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST);
        StaffMember disa = colleagues.at(TestCast.NURSES, "Disa Holmqvist", Profession.NURSE);
        MeetingId meeting = admitted(sara);
        assertThat(today(disa)).as("a colleague at the unit").isEmpty();
        there.house.invitations.ask(meeting, sara.staff(), alva.staff(), alva.unit(), true);
        there.house.invitations.goIn(meeting, alva);
        there.clock.pass(TWENTY_MINUTES);
        assertThat(today(alva))
                .extracting(Entry::patientName, Entry::state, Entry::href)
                .containsExactly(tuple("Tolvan Tolvansson", State.IN_CALL, "/samtal/" + meeting));
        assertThat(read(alva)).isEqualTo(1);
        there.house.meetings.end(TestCast.VELLINGE, meeting, alva.staff());
        assertThat(today(alva)).as("then it is a note to sign").isEmpty();
    }

    @Test
    void cover_reaches_the_call_that_it_has_answered() {
        there.cast.setting(TestCast.NURSES, 180, TestCast.HOME_CARE, null);
        StaffMember cover = colleagues.at(TestCast.HOME_CARE, "Disa Holmqvist", Profession.NURSE);
        DropIn dropIn = there.waits("Tolvan Tolvansson");
        there.clock.pass(UnitSetting.COVER_AFTER);
        there.escalations.seekFurther();
        MeetingId meeting = there.judgement.admit(cover, dropIn.id(), TestAssessment.informed());
        assertThat(today(cover)).extracting(Entry::href).containsExactly("/samtal/" + meeting);
    }

    @Test
    void what_one_has_parked_stands_once_in_the_day_and_first_among_ones_calls() {
        MeetingId meeting = admitted(sara);
        there.house.parking.park(there.house.meetings.find(meeting).orElseThrow(), sara.staff());
        there.clock.pass(TWENTY_MINUTES);
        assertThat(today(sara)).extracting(Entry::state).containsExactly(State.PARKED);
        assertThat(days.day.read(sara, DayReader.Extra.notice("")).calls().parked())
                .extracting(MyCalls.Parked::meeting)
                .containsExactly(meeting.toString());
    }

    private MeetingId admitted(StaffMember by) {
        return there.judgement.admit(by, there.waits("Tolvan Tolvansson").id(), TestAssessment.informed());
    }

    private List<Entry> today(StaffMember staff) {
        return days.day.read(staff, DayReader.Extra.notice("")).today();
    }

    private long read(StaffMember staff) {
        return db.owner()
                .sql(
                        "select count(*) from audit.event where actor_id = ? and action = 'list' and object_type = 'drop-in'")
                .param(staff.staff().value())
                .query(Long.class)
                .single();
    }
}
