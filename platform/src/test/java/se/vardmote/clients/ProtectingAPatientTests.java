package se.vardmote.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/** R0-53, sweden.md 1.7: protected personal data are set by one and taken away by two, who have both said so. */
class ProtectingAPatientTests {
    private static final PersonId TOLVAN =
            PersonId.parse("19121212-1212", LocalDate.of(2026, 11, 17)).orElseThrow();
    private static final StaffMember SARA = TestCast.nurse();
    private static final StaffMember SIV = TestCast.nurse();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final List<Object> told = new ArrayList<>();
    private final Protections protections = TestProtections.on(db, clock, told::add);
    private final Clients clients = new Clients(db.app(), clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_client_is_an_alias_without_a_number_from_then_on() {
        assertThat(tolvan().shown()).isEqualTo(new Client.Shown("Tolvan Tolvansson", "19121212-1212"));
        assertThat(protect()).isTrue();
        assertThat(tolvan().shown()).isEqualTo(new Client.Shown("Skyddad uppgift", ""));
        assertThat(clients.all(TestCast.VELLINGE, List.of(tolvan().id()))).allMatch(Client::protectedIdentity);
        assertThat(clients.withIdentity(TestCast.VELLINGE, List.of(TOLVAN)))
                .hasValueSatisfying(
                        client -> assertThat(client.protectedIdentity()).isTrue());
        assertThat(clients.protectedAmong(List.of(tolvan().id(), ClientId.next())))
                .containsExactly(tolvan().id());
    }

    @Test
    void who_is_marked_before_they_are_known_is_hidden_when_they_come() {
        assertThat(protect()).isTrue();
        assertThat(told).isEmpty();
        assertThat(tolvan().protectedIdentity()).isTrue();
    }

    @Test
    void others_are_told_once_whose_name_is_to_be_hidden() {
        ClientId id = tolvan().id();
        protect();
        assertThat(protect()).isFalse();
        assertThat(told).containsExactly(new IdentityProtected(TestCast.VELLINGE, id));
        assertThat(recorded()).containsExactly("protect ALLOWED");
    }

    @Test
    void another_care_provider_answers_for_its_own_clients() {
        protect();
        ClientId theirs = clients.register(TestCast.TRELLEBORG, TOLVAN, new PersonName("Tolvan Tolvansson"));
        assertThat(clients.find(TestCast.TRELLEBORG, theirs))
                .hasValueSatisfying(
                        client -> assertThat(client.protectedIdentity()).isFalse());
    }

    @Test
    void it_takes_two_persons_to_take_it_away_and_both_are_kept() {
        protect();
        assertThat(protections.remove(tolvan(), SIV)).isFalse();
        assertThat(protections.askToRemove(tolvan(), SARA, "Beslutet har upphört"))
                .isTrue();
        assertThat(protections.remove(tolvan(), SARA)).isFalse();
        assertThat(tolvan().protectedIdentity()).isTrue();
        assertThat(protections.remove(tolvan(), SIV)).isTrue();
        assertThat(tolvan().protectedIdentity()).isFalse();
        assertThat(protections.of(tolvan())).singleElement().satisfies(past -> {
            assertThat(past.asked())
                    .extracting(Protection.Asked::staff, Protection.Asked::why)
                    .containsExactly(SARA.staff(), "Beslutet har upphört");
            assertThat(past.removed()).isNotNull();
            assertThat(past.inForce()).isFalse();
        });
        assertThat(recorded())
                .containsExactly(
                        "protect ALLOWED",
                        "unprotect REFUSED",
                        "ask-to-unprotect ALLOWED",
                        "unprotect REFUSED",
                        "unprotect ALLOWED");
    }

    @Test
    void what_is_asked_lapses_after_a_week_and_another_may_ask_anew() {
        protect();
        protections.askToRemove(tolvan(), SARA, "Beslutet har upphört");
        assertThat(protections.askToRemove(tolvan(), SIV, "Jag också")).isFalse();
        clock.pass(Duration.ofDays(7));
        assertThat(protections.remove(tolvan(), SIV)).isFalse();
        assertThat(protections.askToRemove(tolvan(), SIV, "Beslutet har upphört"))
                .isTrue();
        assertThat(protections.remove(tolvan(), SARA)).isTrue();
    }

    @Test
    void what_was_asked_can_be_withdrawn_and_the_protection_stays() {
        protect();
        protections.askToRemove(tolvan(), SARA, "Beslutet har upphört");
        protections.keep(tolvan(), SIV);
        assertThat(protections.remove(tolvan(), SIV)).isFalse();
        assertThat(tolvan().protectedIdentity()).isTrue();
    }

    @Test
    void it_can_be_set_again_after_it_was_taken_away() {
        protect();
        protections.askToRemove(tolvan(), SARA, "Fel person");
        protections.remove(tolvan(), SIV);
        assertThat(protect()).isTrue();
        assertThat(tolvan().protectedIdentity()).isTrue();
        assertThat(protections.of(tolvan())).extracting(Protection::inForce).containsExactly(true, false);
    }

    @Test
    void the_database_itself_refuses_to_take_it_away_by_one_person_or_to_forget_that_it_was_there() {
        protect();
        var alone = db.app().sql("""
                update clients.protection set asked_at = now(), asked_by_staff_id = gen_random_uuid(), asked_by_name = 'A',
                    asked_why = 'x', removed_at = now(), removed_by_staff_id = gen_random_uuid(), removed_by_name = 'B'""");
        assertThatThrownBy(alone::update).isInstanceOf(DataIntegrityViolationException.class);
        protections.askToRemove(tolvan(), SARA, "x");
        var same = db.app().sql("""
                update clients.protection set removed_at = now(), removed_by_staff_id = asked_by_staff_id,
                    removed_by_name = 'A'""");
        assertThatThrownBy(same::update).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> db.app().sql("delete from clients.protection").update())
                .isInstanceOf(BadSqlGrammarException.class);
        protections.remove(tolvan(), SIV);
        var again = db.app()
                .sql("update clients.protection set removed_at = null, removed_by_staff_id = null,"
                        + " removed_by_name = null");
        assertThatThrownBy(again::update).isInstanceOf(DataIntegrityViolationException.class);
    }

    private boolean protect() {
        return protections.set(TestCast.VELLINGE, TOLVAN, Protection.Way.PAGE, AuditedActor.of(SARA));
    }

    private Client tolvan() {
        ClientId id = clients.register(TestCast.VELLINGE, TOLVAN, new PersonName("Tolvan Tolvansson"));
        return clients.find(TestCast.VELLINGE, id).orElseThrow();
    }

    private List<String> recorded() {
        return db.owner()
                .sql("select action || ' ' || outcome from audit.event where object_type = 'protection' order by id")
                .query(String.class)
                .list();
    }
}
