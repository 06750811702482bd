package se.vardmote.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.retention.Holds;
import se.vardmote.retention.Purge;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** R0-39: how the purge goes is shown to staff and to those who watch the house; what is held can be lifted. */
class WatchingThePurgeTests {
    private static final String SARA = "SE2120001132-1001";
    private static final String ADAM = "SE2120001132-1003";
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        house.cast.commission(house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        house.cast.administers(house.cast.staff(ADAM, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_purge_that_went_well_is_told_and_one_that_failed_is_red_and_alarms_while_the_house_takes_visitors() {
        house.context().getBean(Purge.class).run();
        assertThat(house.signedIn(SARA).get("/gallring").body())
                .contains("Så länge sparas det", "Gick bra")
                .doesNotContain("data-purge=\"failing\"");
        assertThat(alarm()).isZero();

        house.database
                .owner()
                .sql("update retention.purge_run set outcome = 'FAILED'")
                .update();
        assertThat(house.signedIn(ADAM).get("/gallring").body()).contains("data-purge=\"failing\"");
        assertThat(alarm()).isOne();
        assertThat(house.browser().get("/halsa/redo").statusCode()).isEqualTo(200);
        assertThat(house.browser().get("/gallring").statusCode()).isNotEqualTo(200);
    }

    /** A job that is never begun leaves no failure behind. */
    @Test
    void a_purge_that_has_never_run_alarms_two_hours_after_the_installation_began() {
        house.database.owner().sql("delete from retention.purge_run").update();
        house.database
                .owner()
                .sql("insert into platform.environment (name, created_at) values ('training', ?)")
                .param(house.clock().instant().minus(Duration.ofMinutes(119)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(alarm()).isZero();
        house.clock().pass(Duration.ofMinutes(2));
        assertThat(alarm()).isOne();
        assertThat(house.signedIn(ADAM).get("/gallring").body())
                .contains("data-purge=\"failing\"", "Ingen gallring har gjorts ännu.");
    }

    @Test
    void an_administrator_looks_through_what_is_held_and_lifts_it() {
        RetentionUnitId unit = house.context().getBean(RetentionUnits.class).open(TestCast.VELLINGE);
        Holds holds = house.context().getBean(Holds.class);
        var now = house.clock().instant();
        var hold = holds.place(
                unit,
                Holds.Reason.INCIDENT,
                "Avvikelse 17",
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(100),
                new Holds.By(StaffId.next(), "Sara Sjuk"));
        TestBrowser adam = house.signedIn(ADAM);
        assertThat(adam.get("/admin/bevarat").body())
                .contains(hold.toString(), "Avvikelse eller händelseanalys", "Sara Sjuk")
                .doesNotContain("Avvikelse 17");
        var lifted = adam.post("/admin/bevarat/" + hold + "/upphor", Map.of(), "/admin/bevarat");
        assertThat(TestBrowser.location(lifted)).endsWith("/admin/bevarat?notice=lifted");
        assertThat(holds.inForce(TestCast.VELLINGE)).isEmpty();
        assertThat(house.database.owner().sql("""
                        select actor_name, activity, action from audit.event where object_id = ?""").param(hold.value()).query().singleRow())
                .containsEntry("actor_name", "Adam Admin")
                .containsEntry("action", "lift");
        assertThat(TestBrowser.location(
                        adam.post("/admin/bevarat/" + UUID.randomUUID() + "/upphor", Map.of(), "/admin/bevarat")))
                .endsWith("/admin/bevarat");
        assertThat(house.signedIn(SARA).get("/admin/bevarat").statusCode()).isEqualTo(403);
    }

    private static double alarm() {
        return house.context()
                .getBean(MeterRegistry.class)
                .get("vardmote.installation.purge.failing")
                .gauge()
                .value();
    }
}
