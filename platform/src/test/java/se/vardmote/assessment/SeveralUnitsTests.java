package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-31, R0-32: the night nurse alone with several units has one list, the most urgent first, and only her own units. */
class SeveralUnitsTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final StaffId staff = there.cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private final CommissionId atHomeCare = there.cast.commission(staff, TestCast.HOME_CARE, TestCast.CARE);
    private final StaffMember sara = TestCast.as(staff);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_most_urgent_reason_stands_first_then_who_has_waited_longest_and_each_place_says_so() {
        DropIn bags = knocks("Dospåsar", CallReason.DOSE_BAGS);
        DropIn wound = knocks("Sår", CallReason.WOUND);
        DropIn fall = knocks("Fall", CallReason.FALL);
        DropIn night = knocks("Natt", CallReason.QUICK_ASSESSMENT);
        assertThat(waiting(TestCast.NURSES)).containsExactly("Fall", "Natt", "Sår", "Dospåsar");
        assertThat(List.of(fall, night, wound, bags))
                .extracting(dropIn ->
                        there.queue.about(dropIn.conversation()).orElseThrow().place())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_unit_may_judge_a_reason_otherwise() {
        there.cast.setting(TestCast.NURSES, 180, null, null);
        knocks("Dospåsar", CallReason.DOSE_BAGS);
        knocks("Fall", CallReason.FALL);
        assertThat(waiting(TestCast.NURSES)).containsExactly("Dospåsar", "Fall");
    }

    @Test
    void one_list_holds_every_unit_of_the_commissions_and_no_other() {
        there.waits("Hos sköterskorna");
        there.room.knock(TestAssessment.knock("Hos hemtjänsten"), there.doorTo(TestCast.HOME_CARE));
        there.room.knock(TestAssessment.knock("I Trelleborg"), there.doorTo(TestCast.ELSEWHERE));
        List<CareUnitId> units =
                there.commissions.of(sara).stream().map(StaffMember::unit).toList();
        assertThat(units).containsExactly(TestCast.NURSES, TestCast.HOME_CARE);
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, units))
                .extracting(dropIn -> dropIn.typed().patientName())
                .containsExactlyInAnyOrder("Hos sköterskorna", "Hos hemtjänsten");
    }

    @Test
    void a_row_is_judged_under_the_commission_at_its_unit_and_the_log_says_which() {
        there.room.knock(TestAssessment.knock("Hos hemtjänsten"), there.doorTo(TestCast.HOME_CARE));
        DropIn dropIn =
                there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.HOME_CARE).getFirst();
        StaffMember acting = there.answering.under(sara, dropIn.id());
        there.judgement.turnAway(acting, dropIn.id(), TestAssessment.homeVisit());
        Map<String, Object> event = db.owner()
                .sql("select commission_id, care_unit_id, actor_id from audit.event where action = 'turn-away'")
                .query()
                .singleRow();
        assertThat(event)
                .containsEntry("commission_id", atHomeCare.value())
                .containsEntry("care_unit_id", TestCast.HOME_CARE.value())
                .containsEntry("actor_id", staff.value());
    }

    @Test
    void a_commission_that_has_ended_opens_nothing() {
        there.room.knock(TestAssessment.knock("Hos hemtjänsten"), there.doorTo(TestCast.HOME_CARE));
        DropIn dropIn =
                there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.HOME_CARE).getFirst();
        there.cast.endCommission(atHomeCare, java.time.LocalDate.of(2026, 11, 16));
        assertThat(there.answering.under(sara, dropIn.id())).isEqualTo(sara);
        assertThat(there.answering.mayAnswer(sara, dropIn.receivingUnit(), dropIn.id()))
                .isFalse();
    }

    private DropIn knocks(String patient, CallReason reason) {
        there.clock.pass(Duration.ofSeconds(30));
        return there.waits(TestAssessment.knock(patient, reason, null));
    }

    private List<String> waiting(CareUnitId unit) {
        return there.dropIns.waitingAt(TestCast.VELLINGE, unit).stream()
                .map(dropIn -> dropIn.typed().patientName())
                .toList();
    }
}
