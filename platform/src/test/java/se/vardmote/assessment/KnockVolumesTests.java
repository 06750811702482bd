package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.StaffId;

/** R0-14: the one who is on duty hears the knock, as loud as they have said, whichever computer they sit at. */
class KnockVolumesTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final KnockVolumes volumes = new KnockVolumes(db.app());
    private final StaffId noor = StaffId.next();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void it_is_as_loud_as_the_professional_said_last_and_nobody_elses() {
        volumes.keep(noor, 35);
        volumes.keep(noor, 80);
        assertThat(volumes.of(noor)).isEqualTo(80);
        assertThat(volumes.of(StaffId.next())).isEqualTo(KnockVolumes.USUAL);
    }

    @Test
    void nobody_can_turn_it_down_until_it_cannot_be_heard() {
        volumes.keep(noor, 0);
        assertThat(volumes.of(noor)).isEqualTo(KnockVolumes.LOWEST);
        volumes.keep(noor, 400);
        assertThat(volumes.of(noor)).isEqualTo(100);
    }
}
