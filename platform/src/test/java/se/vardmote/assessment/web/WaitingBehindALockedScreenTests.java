package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.Profession;

/** R0-50, R0-61: whoever locks the iPad keeps their place, and the professional reads why nobody answers. */
class WaitingBehindALockedScreenTests {
    private static final String NURSE = "SE2120001132-1001";
    private static final String LOCKED = "Deras skärm är låst eller visar något annat. De behåller sin plats";
    private static final String SILENT = "Deras sida svarar inte just nu";
    private static TestHouse house;
    private static TestBrowser sara;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        house.cast.commission(house.cast.staff(NURSE, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        sara = house.signedIn(NURSE);
        var receiving = house.context()
                .getBean(Organisation.class)
                .unit(TestCast.NURSES)
                .orElseThrow();
        house.context()
                .getBean(DropInRoom.class)
                .knock(
                        TestAssessment.knock("Tolvan Tolvansson"),
                        new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void the_row_says_that_the_screen_is_locked_also_when_the_socket_is_gone_and_only_then() {
        OffsetDateTime now = house.clock().instant().atOffset(ZoneOffset.UTC);
        page(null, null);
        assertThat(sara.get("/min-dag").body()).doesNotContain(LOCKED, SILENT);
        page(now, null);
        assertThat(sara.get("/min-dag").body()).contains(LOCKED).doesNotContain(SILENT);
        page(now, now);
        assertThat(sara.get("/min-dag").body()).contains(LOCKED).doesNotContain(SILENT);
        page(null, now);
        assertThat(sara.get("/min-dag").body()).contains(SILENT).doesNotContain(LOCKED);
    }

    /** The page of the one who waits, as its node has written it. */
    private static void page(@Nullable OffsetDateTime away, @Nullable OffsetDateTime lost) {
        house.database.owner().sql("delete from meetings.connection").update();
        house.database
                .owner()
                .sql("""
                        insert into meetings.connection (id, care_provider_id, retention_unit_id, seat_id, epoch, node,
                            opened_at, beat_at, away_at, lost_at)
                        select :id, care_provider_id, retention_unit_id, id, 1, 'a node', :now, :now, :away::timestamptz,
                            :lost::timestamptz
                        from meetings.seat""")
                .param("id", UUID.randomUUID())
                .param("now", house.clock().instant().atOffset(ZoneOffset.UTC))
                .param("away", away)
                .param("lost", lost)
                .update();
    }
}
