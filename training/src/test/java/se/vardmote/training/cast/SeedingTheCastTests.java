package se.vardmote.training.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** R0-1, R0-10, R0-19: units, tablets and staff of the routine for digital assessment calls. */
class SeedingTheCastTests {

    private static OrganisationDatabase database;

    @BeforeAll
    static void seedOnce() throws IOException {
        database = OrganisationDatabase.fresh();
        new CastSeeding(database.owner()).seed();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void seeding_twice_gives_the_same_as_seeding_once() {
        List<String> once = database.contents();
        new CastSeeding(database.owner()).seed();
        assertThat(database.contents()).isEqualTo(once).hasSizeGreaterThan(60);
    }

    @Test
    void what_somebody_did_to_a_tablet_while_trying_stays() {
        String area = "update organisation.device set area = ? where id = ?";
        Tablet tablet = Cast.tablet("ipad-20").orElseThrow();
        database.client().sql(area).params("Reserv", tablet.id()).update();
        new CastSeeding(database.owner()).seed();
        assertThat(areaOf(tablet)).isEqualTo("Reserv");
        database.client().sql(area).params(tablet.area(), tablet.id()).update();
    }

    @Test
    void the_tablets_are_spread_as_the_routine_says() {
        List<String> counts = database.client().sql("""
                select u.name || ' ' || count(*) from organisation.device d
                join organisation.care_unit u on u.id = d.care_unit_id group by u.name
                """).query(String.class).list();
        assertThat(counts)
                .contains(
                        "Hemtjänst Vellinge 10",
                        "Hemtjänst Höllviken 10",
                        "Hemtjänst Skanör/Falsterbo 10",
                        "Hemtjänst natt 2",
                        "SÄBO Omtankens Hus 2",
                        "SÄBO Månstorps Ängar 2",
                        "SÄBO Postiljonen 2");
    }

    /** R0-43, R0-48: 3 × 10 + 2 + 6, bought by the municipality. */
    @Test
    void the_stock_is_thirty_eight_tablets_of_the_municipality() {
        List<String> owners = database.client().sql("""
                select p.kind || ' ' || count(*) from organisation.device d
                join organisation.care_provider p on p.id = d.owner_id group by p.kind
                """).query(String.class).list();
        assertThat(owners).containsExactly("MUNICIPALITY " + (3 * 10 + 2 + 6));
    }

    @Test
    void calls_from_iPad_07_and_from_the_night_arrive_where_the_night_nurse_works_at_any_hour() {
        List<String> callers = database.client().sql("""
                select f.name from assessment.duty_rule r
                join organisation.care_unit f on f.id = r.from_unit_id
                join organisation.commission c on c.care_unit_id = r.to_unit_id
                join organisation.staff s on s.id = c.staff_id
                where s.name = 'Noor Sandgren' and c.purpose = 'Vård och behandling'
                  and r.starts = '00:00' and r.ends = '00:00' and cardinality(r.days) = 7 and r.profession is null
                """).query(String.class).list();
        assertThat(callers)
                .contains(
                        "Hemtjänst natt",
                        Cast.tablet("ipad-07").orElseThrow().unit().name());
    }

    @Test
    void elsewhere_the_day_is_relieved_by_the_night_and_one_house_reaches_the_physiotherapist_by_day() {
        List<String> hours = database.client()
                .sql("""
                select to_char(r.starts, 'HH24') || '-' || to_char(r.ends, 'HH24') || ' ' || t.name
                from assessment.duty_rule r join organisation.care_unit f on f.id = r.from_unit_id
                join organisation.care_unit t on t.id = r.to_unit_id where f.name = ? order by 1
                """)
                .param("SÄBO Omtankens Hus")
                .query(String.class)
                .list();
        assertThat(hours)
                .containsExactly("07-16 Sjuksköterskor dag", "08-16 Rehab", "16-07 Sjuksköterskor kväll och natt");
    }

    @Test
    void a_rule_that_somebody_changed_while_trying_stays() {
        database.client()
                .sql("update assessment.duty_rule set ends = '12:00' where starts = '08:00'")
                .update();
        new CastSeeding(database.owner()).seed();
        assertThat(database.client()
                        .sql("select ends::text from assessment.duty_rule where starts = '08:00'")
                        .query(String.class)
                        .single())
                .isEqualTo("12:00:00");
        database.client()
                .sql("update assessment.duty_rule set ends = '16:00' where starts = '08:00'")
                .update();
    }

    @Test
    void the_administrator_administers_the_care_provider_that_has_the_tablets_and_no_other() {
        List<String> devices = database.client().sql("""
                select count(*) || ' of ' || count(distinct a.care_provider_id) from organisation.device d
                join organisation.system_administrator a on a.care_provider_id = d.care_provider_id
                join organisation.staff s on s.id = a.staff_id where s.name = 'Signe Wall'
                """).query(String.class).list();
        assertThat(devices).containsExactly(Cast.tablets().size() + " of 1");
        assertThat(database.client()
                        .sql("select count(*) from organisation.system_administrator a join organisation.staff s "
                                + "on s.id = a.staff_id where s.name = 'Signe Wall'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** R2-21: the cast meets digitally by the rule of the house, not by an exception from it. */
    @Test
    void everybody_who_may_meet_digitally_has_the_training_and_one_of_the_cast_has_neither() {
        List<String> untrained = database.client().sql("""
                select s.name from organisation.meeting_right r join organisation.staff s on s.id = r.staff_id
                where r.state = 'GRANTED' and (select count(*) from organisation.qualification q
                    where q.staff_id = s.id and q.completed_on is not null) < 3
                """).query(String.class).list();
        assertThat(untrained).isEmpty();
        List<String> without = database.client().sql("""
                select s.name from organisation.staff s join organisation.commission c on c.staff_id = s.id
                where s.licensed and c.purpose = 'Vård och behandling'
                  and not exists (select from organisation.meeting_right r where r.staff_id = s.id)
                """).query(String.class).list();
        assertThat(without).containsExactly("Juno Wikman");
    }

    @Test
    void no_tablet_is_enrolled_before_somebody_opens_it() {
        assertThat(database.client()
                        .sql("select count(*) from organisation.device where token_hash is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String areaOf(Tablet tablet) {
        return database.client()
                .sql("select area from organisation.device where id = ?")
                .param(tablet.id())
                .query(String.class)
                .single();
    }
}
