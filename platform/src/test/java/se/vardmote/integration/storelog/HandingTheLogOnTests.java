package se.vardmote.integration.storelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.audit.Activity;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditExport;
import se.vardmote.audit.AuditLog;
import se.vardmote.audit.AuditSealer;
import se.vardmote.audit.ExportWatch;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.People;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-36: the national log service gets every row that its contract has a place for, at least once and in order. */
class HandingTheLogOnTests {
    private static final Instant NOON = Instant.parse("2026-11-17T11:00:00Z");
    private final TestDatabase db = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(db);
    private final TestClock clock = TestClock.atNoon();
    private final AuditLog log = new AuditLog(db.audit());
    private final AuditSealer sealer = new AuditSealer(db.audit());
    private final LogService service = new LogService();
    private final Clients clients = new Clients(db.app(), clock);
    private final StoreLogSettings settings = new StoreLogSettings(
            service.address(), "SE165565594230-1000", "SE2120001132-SYS1", "Vårdmöte", null, Duration.ofSeconds(5));
    private final AuditExport export = new AuditExport(
            db.app(),
            new StoreLogReceiver(
                    settings,
                    service.address(),
                    new LogEntries(new Organisation(db.app()), clients),
                    HttpClient.newHttpClient()),
            clock);
    private final ExportWatch watch = new ExportWatch(db.app(), clock);
    private final StaffId nurse = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private final CommissionId commission = cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
    private ClientId client;

    @BeforeEach
    void a_patient() {
        sealer.prepare();
        client = clients.register(
                TestCast.VELLINGE,
                PersonId.parse("19121212-1212", LocalDate.of(2026, 11, 17)).orElseThrow(),
                PersonName.parse("Tolvan Tolvansson").orElseThrow());
    }

    @AfterEach
    void close() {
        service.close();
        db.close();
    }

    @Test
    void a_reading_says_who_where_when_why_and_whose_in_the_words_of_the_contract() {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        handOn();

        assertThat(service.faults).isEmpty();
        assertThat(service.actions).containsExactly('"' + StoreLogMessage.ACTION + '"');
        assertThat(service.kept).singleElement().satisfies(entry -> {
            assertThat(LogService.text(entry, "activityType")).isEqualTo("Läsa");
            assertThat(LogService.text(entry, "purpose")).isEqualTo("Vård och behandling");
            assertThat(LogService.text(entry, "startDate")).isEqualTo("2026-11-17T12:00:00");
            assertThat(LogService.text(entry, "userId")).isEqualTo("SE2120001132-1001");
            assertThat(LogService.text(entry, "name")).isEqualTo("Sara Sjuk");
            assertThat(LogService.text(entry, "careProviderId")).isEqualTo("SE2120001132-V001");
            assertThat(LogService.text(entry, "careUnitId")).isEqualTo("SE2120001132-E011");
            assertThat(LogService.text(entry, "root")).isEqualTo("1.2.752.129.2.1.3.1");
            assertThat(LogService.text(entry, "extension")).isEqualTo("191212121212");
            assertThat(entry.getTextContent()).doesNotContain("Tolvan");
        });
    }

    /** What is sent of before goes under the HSA-id as well, with the name that everybody may read now. */
    @Test
    void who_has_protected_identity_by_now_goes_without_a_name() {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        new People(db.app()).protect(nurse);
        handOn();
        assertThat(service.kept).singleElement().satisfies(entry -> {
            assertThat(LogService.text(entry, "userId")).isEqualTo("SE2120001132-1001");
            assertThat(LogService.text(entry, "name")).isEqualTo("Skyddad uppgift");
            assertThat(entry.getTextContent()).doesNotContain("Sara");
        });
    }

    @Test
    void every_kind_of_act_that_the_contract_knows_is_taken_by_its_schema() {
        for (Activity activity :
                List.of(Activity.WRITE, Activity.SIGN, Activity.PRINT, Activity.ERASE, Activity.EMERGENCY_OPEN))
            log.record(staff(AuditEvent.did(activity, "act", "note", NoteId.next()))
                    .at(NOON));
        handOn();
        assertThat(service.faults).isEmpty();
        assertThat(service.kept.stream().map(entry -> LogService.text(entry, "activityType")))
                .containsExactly("Skriva", "Signera", "Utskrift", "Radera", "Nödöppning");
    }

    /** Lag (2022:913) 3:6 and patientdatalagen 2:4: an emergency opening is one, and a complaint is no care. */
    @Test
    void a_reading_on_a_stated_ground_says_what_it_was_and_for_what() {
        log.record(
                staff(AuditEvent.did(Activity.EMERGENCY_OPEN, "read", "note", NoteId.next()))
                        .because("stated.emergency-unblocked")
                        .at(NOON),
                staff(AuditEvent.read("note", NoteId.next()))
                        .because("stated.complaint")
                        .at(NOON));
        handOn();
        assertThat(service.kept.stream()
                        .map(entry ->
                                LogService.text(entry, "activityType") + ", " + LogService.text(entry, "purpose")))
                .containsExactly("Nödöppning, Vård och behandling", "Läsa, Kvalitetssäkring");
    }

    @Test
    void what_the_contract_has_no_place_for_stays_with_us_and_stops_nothing() {
        log.record(
                staff(AuditEvent.read("note", NoteId.next()))
                        .refused("no-relation")
                        .at(NOON),
                staff(AuditEvent.read("history", null)).about(null).at(NOON),
                AuditEvent.wrote("knock", "drop-in", null)
                        .by(ActorKind.DEVICE, cast.device("iPad 07"), "iPad 07")
                        .of(TestCast.VELLINGE, TestCast.HOME_CARE)
                        .about(client)
                        .at(NOON),
                staff(AuditEvent.did(Activity.SIGN_IN, "sign-in", "session", null))
                        .at(NOON),
                staff(AuditEvent.read("picture", null)).at(NOON));
        handOn();
        assertThat(service.kept).hasSize(1);
        assertThat(watch.refused()).isZero();
    }

    @Test
    void many_rows_go_in_several_calls_in_the_order_of_the_chain_and_none_twice() {
        for (int i = 0; i < 9; i++) {
            for (int row = 0; row < 50; row++)
                log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON.plusSeconds(i * 50L + row)));
        }
        handOn();
        assertThat(service.calls).containsExactly(200, 200, 50);
        assertThat(service.kept.stream().map(entry -> LogService.text(entry, "startDate")))
                .hasSize(450)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(export.step()).isFalse();
        assertThat(service.calls).hasSize(3);
    }

    @Test
    void only_what_is_sealed_is_handed_on() {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        assertThat(export.step()).isFalse();
        assertThat(service.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "ACCESSDENIED", "<html>502</html>", "<soap:Fault/>"})
    void a_service_that_does_not_take_it_now_is_asked_again_ever_more_seldom_and_nothing_is_lost(String answer) {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        seal();
        service.answers.add(answer);
        service.answers.add(answer);

        assertThat(export.step()).isFalse();
        assertThat(export.step()).as("at once").isFalse();
        assertThat(service.calls).hasSize(1);
        clock.pass(Duration.ofSeconds(2));
        export.step();
        assertThat(service.calls).hasSize(2);
        clock.pass(Duration.ofSeconds(3));
        export.step();
        assertThat(service.calls).as("three seconds later").hasSize(2);
        assertThat(watch.secondsStuck()).isEqualTo(5);

        clock.pass(Duration.ofSeconds(1));
        export.step();
        assertThat(service.kept).hasSize(1);
        assertThat(watch.secondsStuck()).isZero();
    }

    @Test
    void the_pauses_grow_to_a_quarter_of_an_hour_and_no_further() {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        seal();
        for (int i = 0; i < 12; i++) {
            service.answers.add("ERROR");
            export.step();
            clock.pass(Duration.ofMinutes(15));
        }
        assertThat(service.calls).hasSize(12);
    }

    @Test
    void a_message_with_the_answer_is_as_good_as_none() {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        seal();
        service.answers.add("INFO");
        export.step();
        assertThat(service.kept).hasSize(1);
        assertThat(watch.secondsStuck()).isZero();
    }

    @Test
    void a_row_that_is_never_taken_is_written_down_and_the_others_go() {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        log.record(staff(AuditEvent.read("picture", NoteId.next())).at(NOON));
        log.record(staff(AuditEvent.read("patient", NoteId.next())).at(NOON));
        seal();
        service.neverTakes(logId(2));

        handOn();

        assertThat(service.kept.stream().map(entry -> LogService.text(entry, "activityLevel")))
                .containsExactly("note", "patient");
        assertThat(watch.refused()).isOne();
        assertThat(watch.secondsStuck()).isZero();
    }

    @Test
    void somebody_who_is_no_longer_in_the_register_is_written_down_too() {
        log.record(AuditEvent.read("note", NoteId.next())
                .by(ActorKind.STAFF, StaffId.next(), "Sara Sjuk")
                .under(CommissionId.next())
                .of(TestCast.VELLINGE, TestCast.NURSES)
                .about(client)
                .at(NOON));
        handOn();
        assertThat(service.calls).isEmpty();
        assertThat(watch.refused()).isOne();
    }

    /** The service has it and says so in its own way: the same log id twice is refused. */
    @Test
    void when_the_answer_was_lost_it_is_sent_again_under_the_same_id_and_told_apart() {
        log.record(staff(AuditEvent.read("note", NoteId.next())).at(NOON));
        seal();
        service.answers.add("LOST");
        export.step();
        clock.pass(Duration.ofSeconds(2));
        handOn();
        assertThat(service.kept).hasSize(1);
        assertThat(db.owner()
                        .sql("select answer_lost from audit.export_refused")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void the_log_leaves_by_https_only() {
        assertThatThrownBy(() -> new StoreLogSettings(
                        URI.create("http://192.0.2.7/storelog"), "a", "b", "c", null, Duration.ofSeconds(1)))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> new StoreLogSettings(
                        URI.create("https://192.0.2.7/storelog"), "", "b", "c", null, Duration.ofSeconds(1)))
                .hasMessageContaining("logical-address");
    }

    private AuditEventBuilder staff(AuditEventBuilder event) {
        return event.by(ActorKind.STAFF, nurse, "Sara Sjuk")
                .under(commission)
                .of(TestCast.VELLINGE, TestCast.NURSES)
                .about(client);
    }

    private String logId(long event) {
        return LogEntries.logId(new se.vardmote.audit.AuditTrail(db.app())
                .events(List.of(event))
                .getFirst());
    }

    private void handOn() {
        seal();
        while (export.step()) {}
    }

    private void seal() {
        await().until(() -> {
            sealer.seal();
            return db.owner().sql("""
                            select not exists (select from audit.event where xact >= coalesce((
                                select upper_xact from audit.block order by number desc limit 1), '0'))""").query(Boolean.class).single();
        });
    }
}
