package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.access.grounds.TestGrounds;
import se.vardmote.platform.CountingStatements;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DeviceId;

/** Inner secrecy (patientdatalagen 4:1–4:2): whose patient it is, decided in one question to the database. */
class DecidingWhoseClientItIsTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final CountingStatements statements = new CountingStatements(db.appDataSource());
    private final ClientRelations relations = new ClientRelations(JdbcClient.create(statements), there.clock);
    private final StatedGrounds grounds = TestGrounds.on(db, there.clock);
    private final StaffMember elsewhere = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
    private final ClientId client = there.waits("Tolvan Tolvansson").client();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void whoever_works_where_the_call_was_has_a_relation_and_others_have_none() {
        assertThat(relations.between(TestCast.nurse(), client))
                .map(Relation::ground)
                .contains(ClientRelations.CALL_AT_UNIT);
        assertThat(relations.between(elsewhere, client)).isEmpty();
        assertThat(relations.between(TestAssessment.at(TestCast.TRELLEBORG, TestCast.NURSES), client))
                .isEmpty();
        assertThat(relations.between(TestCast.nurse(), ClientId.next())).isEmpty();
    }

    @Test
    void a_stated_ground_counts_in_its_commission_of_its_sign_in_only() {
        state();
        assertThat(relations.between(elsewhere, client)).map(Relation::ground).contains("stated.follow-up");
        StaffMember anotherSignIn = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        assertThat(relations.between(anotherSignIn, client)).isEmpty();
        assertThat(relations.between(elsewhere, ClientId.next())).isEmpty();
    }

    /** Neither an administrator nor a device, nor anybody else who is no professional in a commission for care. */
    @Test
    void nobody_else_has_a_relation_to_a_patient() {
        assertThat(relations.between(TestCast.administrator(), client)).isEmpty();
        var ipad = new EnrolledDevice(DeviceId.next(), TestCast.VELLINGE, TestCast.HOME_CARE, "iPad 07");
        assertThat(relations.between(ipad, client)).isEmpty();
    }

    @Test
    void it_is_one_question_whatever_the_answer() {
        assertThat(statements.during(() -> relations.between(TestCast.nurse(), client)))
                .isOne();
        assertThat(statements.during(() -> relations.between(elsewhere, client)))
                .isOne();
        state();
        assertThat(statements.during(() -> relations.between(elsewhere, client)))
                .isOne();
    }

    private void state() {
        grounds.state(
                elsewhere,
                TestCast.VELLINGE,
                client,
                AccessGround.FOLLOW_UP,
                Set.of(),
                "Uppföljning " + UUID.randomUUID());
    }
}
