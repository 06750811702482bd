package se.vardmote.accesslog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Clients;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Patientdatalagen 8:5, HSLF-FS 2016:40 chapter 4: a patient learns from which units and when, never by whom. */
class ExtractingTheLogTests {
    private static final String PAGE = "/loggutdrag";
    private static final String NUMBER = "19121212-1212";
    private static final String HEAD = "SE2120001132-1002";
    private static final String ADMINISTRATOR = "SE2120001132-1004";
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Map<String, String> ASKED = Map.of("identity", NUMBER, "ground", "PATIENT");
    private final TestHouse house = TestHouse.anew();
    private final StaffId nurse = house.cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private CommissionId commission;
    private ClientId client;
    private TestBrowser head;

    @BeforeEach
    void a_patient_whose_data_somebody_has_opened() {
        StaffId boss = house.cast.staff(HEAD, "Disa Holmqvist", Profession.NURSE);
        house.cast.commission(boss, TestCast.NURSES, TestCast.CARE);
        house.cast.heads(boss, TestCast.NURSES);
        commission = house.cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        client = client(TestCast.VELLINGE);
        head = house.signedIn(HEAD);
    }

    @Test
    void unit_and_time_are_told_and_no_name_of_staff() {
        read(client, TestCast.VELLINGE, NOON);
        var answer = head.post(PAGE, ASKED, PAGE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("tisdag 24 november 2026 12.00", "Kommunsjuksköterskorna", "Läst", NUMBER, "Vellinge kommun")
                .doesNotContain("Sara Sjuk", "anteckning:");
    }

    /** The unit is that of who read, whoever's the call was. */
    @Test
    void who_came_in_from_another_unit_is_told_by_their_own() {
        house.context()
                .getBean(AuditLog.class)
                .record(AuditEvent.read("note", NoteId.next())
                        .by(ActorKind.STAFF, nurse, "Sara Sjuk")
                        .under(commission)
                        .of(TestCast.VELLINGE, TestCast.HOME_CARE)
                        .about(client)
                        .at(NOON));
        assertThat(head.post(PAGE, ASKED, PAGE).body())
                .contains("Kommunsjuksköterskorna")
                .doesNotContain("Hemtjänst Höllviken");
    }

    @Test
    void a_shared_device_is_told_by_its_unit_and_the_patients_own_seat_not_at_all() {
        AuditLog log = house.context().getBean(AuditLog.class);
        log.record(
                AuditEvent.wrote("knock", "drop-in", DropInId.next())
                        .by(ActorKind.DEVICE, house.cast.device("iPad 07"), "iPad 07")
                        .of(TestCast.VELLINGE, TestCast.HOME_CARE)
                        .about(client)
                        .at(NOON),
                AuditEvent.read("conversation", null)
                        .by(ActorKind.SEAT, null, null)
                        .of(TestCast.VELLINGE, TestCast.NURSES)
                        .about(client)
                        .at(NOON));
        assertThat(head.post(PAGE, ASKED, PAGE).body())
                .contains("Hemtjänst Höllviken", "Skrivit eller ändrat")
                .doesNotContain("iPad 07", "<bdi>Kommunsjuksköterskorna</bdi>:");
    }

    @Test
    void what_another_care_provider_did_is_for_that_one_to_tell() {
        read(client(TestCast.TRELLEBORG), TestCast.TRELLEBORG, NOON);
        assertThat(head.post(PAGE, ASKED, PAGE).body()).contains("Ingen har öppnat några uppgifter.");
    }

    @Test
    void that_it_was_asked_for_and_by_whom_is_on_record_before_anything_is_shown() {
        head.post(PAGE, ASKED, PAGE);
        var unknown = head.post(PAGE, Map.of("identity", "20121212-1212", "ground", "AUTHORITY"), PAGE);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(house.database.owner().sql("""
                        select activity || ' ' || ground || ' ' || coalesce(client_id::text, '-') from audit.event
                        where object_type = 'access-log' order by id""").query(String.class).list())
                .first()
                .isEqualTo("PRINT asked-by-patient " + client);
    }

    @Test
    void the_number_stands_in_no_address_and_a_ground_has_to_be_given() {
        assertThat(head.get(PAGE).body()).contains("method=\"post\" action=\"/loggutdrag\"");
        var groundless = head.post(PAGE, Map.of("identity", NUMBER), PAGE);
        assertThat(groundless.statusCode()).isEqualTo(422);
        assertThat(groundless.body()).contains("Välj vem som har begärt utdraget.");
        assertThat(recorded()).isZero();
    }

    @Test
    void an_administrator_makes_it_too_and_a_nurse_does_not() {
        read(client, TestCast.VELLINGE, NOON);
        StaffId administrator = house.cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(administrator, TestCast.VELLINGE);
        assertThat(house.signedIn(ADMINISTRATOR).post(PAGE, ASKED, PAGE).body()).contains("Kommunsjuksköterskorna");
        assertThat(house.signedIn("SE2120001132-1001").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void as_a_document_it_says_the_same_to_print_and_to_screen_readers() throws Exception {
        read(client, TestCast.VELLINGE, NOON);
        Map<String, String> asked = new HashMap<>(ASKED);
        asked.put("as", "pdf");
        var answer = head.document(PAGE, asked, PAGE);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (var pdf = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("tisdag 24 november 2026 12.00", "Kommunsjuksköterskorna", NUMBER, "(1)")
                    .doesNotContain("Sara Sjuk");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    @Test
    void the_latest_stands_first_and_the_same_within_a_minute_once() {
        for (int i = 0; i < 3; i++) read(client, TestCast.VELLINGE, NOON.plusSeconds(i));
        read(client, TestCast.VELLINGE, NOON.plusSeconds(3600));
        List<String> times = List.of(head.post(PAGE, ASKED, PAGE).body().split("event-time", -1));
        assertThat(times).hasSize(3);
        assertThat(times.get(1)).contains("13.00");
        assertThat(times.get(2)).contains("12.00");
    }

    private ClientId client(CareProviderId careProvider) {
        return house.context()
                .getBean(Clients.class)
                .register(
                        careProvider,
                        PersonId.parse(NUMBER, LocalDate.of(2026, 11, 17)).orElseThrow(),
                        PersonName.parse("Tolvan Tolvansson").orElseThrow());
    }

    private void read(ClientId whom, CareProviderId careProvider, Instant at) {
        house.context()
                .getBean(AuditLog.class)
                .record(AuditEvent.read("note", NoteId.next())
                        .by(ActorKind.STAFF, nurse, "Sara Sjuk")
                        .under(commission)
                        .of(careProvider, TestCast.NURSES)
                        .about(whom)
                        .at(at));
    }

    private int recorded() {
        return house.database
                .owner()
                .sql("select count(*) from audit.event where object_type = 'access-log'")
                .query(Integer.class)
                .single();
    }
}
