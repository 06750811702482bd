package se.vardmote.directory.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.directory.imports.TestImports.refused;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.clients.Protections;
import se.vardmote.clients.TestProtections;
import se.vardmote.directory.leaving.OpenOnPaper;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.register.Accounts;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Person;
import se.vardmote.organisation.register.Units;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Units, staff and commissions from a file: a report of what it would do, then exactly that, all or nothing. */
class ReadingInAFileTests {
    private static final String STAFF = "HSA-id;Namn;Yrke;Legitimation\n";
    private static final String COMMISSIONS = "Person;Enhet;Uppdrag;Ändamål;Första dag;Sista dag\n";
    private static final String PATIENTS = "Personnummer;Skyddade personuppgifter\n";
    private static final String UNITS = "HSA-id;Namn;Telefon;Del av\n";
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final TestClock clock = TestClock.atNoon();
    private final TestImports files = new TestImports(database, clock);
    private final SystemAdministrator adam = files.adam;
    private final SentFiles sent = files.sent;
    private final Imports imports = files.imports;
    private final OpenOnPaper open = files.open;
    private final People people = new People(database.app());
    private final Accounts accounts = new Accounts(database.app());
    private final Organisation organisation = new Organisation(database.app());
    private final Engagements engagements = new Engagements(database.app());
    private final Protections protections = TestProtections.on(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    /** R4-291: accounts and which of them are shared come by file too, each account to one person. */
    @Test
    void accounts_come_by_file_and_a_column_that_is_missing_changes_none() {
        String columns = "HSA-id;Namn;Yrke;Legitimation;Konto;Delat konto\n";
        StaffId holder = cast.staff("SE2120001132-1004", "Har Redan", Profession.CARE_ASSISTANT);
        cast.account(holder, TestCast.VELLINGE, "4101");
        StaffId vera = cast.staff("SE2120001132-1001", "Vera Almqvist", Profession.CARE_ASSISTANT);
        var report = send(
                Kind.STAFF,
                columns
                        + "SE2120001132-1001;Vera Almqvist;vårdbiträde;nej;4102;nej\n"
                        + "SE2120001132-1002;Jour 4;vårdbiträde;nej;;ja\n"
                        + "SE2120001132-1006;Tar Andras;vårdbiträde;nej;4101;nej\n"
                        + "SE2120001132-1005;Samma Igen;vårdbiträde;nej;4102;nej\n");

        assertThat(refused(report)).containsExactly("4 Konto account-taken", "5 Konto twice");
        assertThat(readIn(report)).isTrue();
        assertThat(accounts.of(TestCast.VELLINGE, vera).account()).isEqualTo("4102");
        StaffId shared = organisation
                .staffBy(HsaId.of("SE2120001132-1002"))
                .orElseThrow()
                .id();
        assertThat(accounts.of(TestCast.VELLINGE, shared).shared()).isTrue();

        assertThat(readIn(send(Kind.STAFF, STAFF + "SE2120001132-1001;Vera Almqvist;undersköterska;nej\n")))
                .isTrue();
        assertThat(accounts.of(TestCast.VELLINGE, vera).account()).isEqualTo("4102");
    }

    @Test
    void the_report_counts_what_is_new_changed_and_as_it_is_and_writes_nothing() {
        cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        cast.staff("SE2120001132-1002", "Ulla Under", Profession.NURSE);
        var report = send(
                Kind.STAFF,
                STAFF + "SE2120001132-1001;Sara Sjuk;sjuksköterska;ja\n"
                        + "se2120001132-1002;Ulla Under;Undersköterska;nej\n"
                        + "SE2120001132-1005;Noor Sandgren;sjuksköterska;ja\n");
        assertThat(List.of(report.added(), report.changed(), report.unchanged()))
                .containsExactly(1, 1, 1);
        assertThat(report.refused()).isEmpty();
        assertThat(staff()).containsExactly("Adam Admin", "Sara Sjuk", "Ulla Under");
        assertThat(readIn(report)).isTrue();
        assertThat(staff()).containsExactly("Adam Admin", "Noor Sandgren", "Sara Sjuk", "Ulla Under");
        assertThat(send(Kind.STAFF, STAFF + "SE2120001132-1002;Ulla Under;undersköterska;nej\n")
                        .unchanged())
                .isOne();
    }

    @Test
    void each_refused_row_says_its_line_its_column_and_why_and_the_others_are_read_in() {
        var report = send(
                Kind.STAFF,
                STAFF + "SE2120001132-1005;Noor Sandgren;sjuksköterska;ja\n" + "\n"
                        + "inte ett id!;Disa Holmqvist;sjuksköterska;ja\n" + "SE2120001132-1006;;sjuksköterska;ja\n"
                        + "SE2120001132-1007;Disa Holmqvist;trollkarl;ja\n"
                        + "SE2120001132-1008;Disa Holmqvist;vårdbiträde;ja\n"
                        + "SE2120001132-1009;Disa Holmqvist;sjuksköterska;kanske\n"
                        + "SE2120001132-1005;En gång till;sjuksköterska;ja\n");
        assertThat(refused(report))
                .containsExactly(
                        "4 HSA-id hsa-id-invalid",
                        "5 Namn missing",
                        "6 Yrke unknown-profession",
                        "7 Legitimation no-such-licence",
                        "8 Legitimation yes-or-no",
                        "9 HSA-id twice");
        assertThat(readIn(report)).isTrue();
        assertThat(staff()).containsExactly("Adam Admin", "Noor Sandgren");
    }

    /** R0-53: by number and mark; who is not known yet is hidden when they come. The file says of nobody that they are known. */
    @Test
    void a_file_protects_patients_and_never_takes_protection_away() {
        PersonId tolvan = number("19121212-1212");
        var report = send(
                Kind.PATIENTS,
                PATIENTS + "19121212-1212;ja\n" + "20030202-2389;nej\n" + "191212121213;ja\n" + ";ja\n"
                        + "19121212-1212;ja\n" + "19610118-2803;kanske\n");
        assertThat(refused(report))
                .containsExactly(
                        "4 Personnummer identity-check-digit",
                        "5 Personnummer missing",
                        "6 Personnummer twice",
                        "7 Skyddade personuppgifter yes-or-no");
        assertThat(List.of(report.added(), report.unchanged())).containsExactly(1, 1);
        assertThat(protections.covers(TestCast.VELLINGE, tolvan))
                .as("a report writes nothing")
                .isFalse();
        assertThat(readIn(report)).isTrue();
        assertThat(protections.covers(TestCast.VELLINGE, tolvan)).isTrue();
        assertThat(protections.covers(TestCast.VELLINGE, number("20030202-2389")))
                .isFalse();

        var clearing = send(Kind.PATIENTS, PATIENTS + "19121212-1212;nej\n");
        assertThat(refused(clearing)).containsExactly("2 Skyddade personuppgifter stays-protected");
        readIn(clearing);
        assertThat(protections.covers(TestCast.VELLINGE, tolvan)).isTrue();
    }

    @Test
    void a_file_of_numbers_lies_with_the_clients_and_is_removed_when_it_has_been_read_in() {
        var report = send(Kind.PATIENTS, PATIENTS + "19121212-1212;ja\n");
        assertThat(drafts("organisation")).isZero();
        assertThat(drafts("clients")).isOne();
        readIn(report);
        assertThat(drafts("clients")).isZero();
        send(Kind.PATIENTS, PATIENTS + "20030202-2389;ja\n");
        clock.pass(Duration.ofDays(1));
        sent.removeOld();
        assertThat(drafts("clients")).isZero();
    }

    private int drafts(String schema) {
        return database.owner()
                .sql("select count(*) from " + schema + ".import_draft")
                .query(Integer.class)
                .single();
    }

    private static PersonId number(String typed) {
        return PersonId.parse(typed, LocalDate.of(2026, 11, 17)).orElseThrow();
    }

    @Test
    void a_file_may_protect_an_identity_and_never_takes_protection_away() {
        StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        String columns = "HSA-id;Namn;Yrke;Legitimation;Skyddad identitet\n";
        assertThat(readIn(send(Kind.STAFF, columns + "SE2120001132-1001;Sara Sjuk;sjuksköterska;ja;ja\n")))
                .isTrue();
        assertThat(people.find(sara).orElseThrow().protectedIdentity()).isTrue();
        for (String cleared : List.of("nej", "")) {
            var report = send(Kind.STAFF, columns + "SE2120001132-1001;Sara Sjuk;läkare;ja;" + cleared + "\n");
            readIn(report);
        }
        assertThat(people.find(sara).orElseThrow().profession()).isEqualTo(Profession.PHYSICIAN);
        assertThat(people.find(sara).orElseThrow().protectedIdentity()).isTrue();
    }

    @Test
    void nothing_is_read_in_when_the_register_has_changed_so_that_the_file_would_do_something_else() {
        StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        StaffId ulla = cast.staff("SE2120001132-1002", "Ulla Under", Profession.NURSE);
        var report = send(Kind.STAFF, STAFF + "SE2120001132-1001;Sara Frisk;sjuksköterska;ja\n");
        people.change(renamed(ulla, "Ulla Over"));
        assertThat(files.report().digest())
                .as("a change that does not matter to the file")
                .isEqualTo(report.digest());
        people.change(renamed(sara, "Sara Stark"));
        assertThat(readIn(report)).isFalse();
        assertThat(people.find(sara).orElseThrow().name()).isEqualTo("Sara Stark");
        assertThat(files.recorded("import")).containsExactly("send ALLOWED", "read-in REFUSED");
        assertThat(readIn(files.report())).isTrue();
        assertThat(people.find(sara).orElseThrow().name()).isEqualTo("Sara Frisk");
    }

    @Test
    void when_one_row_cannot_be_written_none_is() {
        var report =
                send(Kind.UNITS, UNITS + "SE2120001132-E1;Ett;040-6280401;\n" + "SE2120001132-E2;Två;040-6280401;\n");
        database.owner()
                .sql("alter table organisation.care_unit add check (name <> 'Två')")
                .update();
        assertThat(readIn(report)).isFalse();
        assertThat(organisation.unitsOf(TestCast.VELLINGE))
                .extracting(unit -> unit.name())
                .doesNotContain("Ett");
    }

    @Test
    void what_was_read_in_is_on_record_by_ids_and_the_file_is_gone() {
        var report = send(Kind.STAFF, STAFF + "SE2120001132-1005;Noor Sandgren;sjuksköterska;ja\n");
        readIn(report);
        assertThat(files.recorded("staff")).containsExactly("add ALLOWED");
        assertThat(imports.report(adam, files.latest)).isEmpty();
        assertThat(readIn(report)).isFalse();
    }

    @Test
    void a_file_is_its_senders_only_and_is_gone_after_a_day() {
        send(Kind.STAFF, STAFF + "SE2120001132-1005;Noor Sandgren;sjuksköterska;ja\n");
        assertThat(imports.report(TestCast.administrator(), files.latest)).isEmpty();
        clock.pass(Duration.ofHours(24));
        assertThat(imports.report(adam, files.latest)).isEmpty();
        sent.removeOld();
        assertThat(database.owner()
                        .sql("select count(*) from organisation.import_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_reads_in_rights_of_their_own_or_another_care_providers_rows() {
        cast.staff("SE2120001199-1001", "Tom Trelleborg", Profession.PHYSIOTHERAPIST);
        assertThat(refused(send(
                        Kind.STAFF,
                        STAFF + "SE2120001132-1003;Adam Admin;sjuksköterska;ja\n"
                                + "SE2120001199-1001;Bortbytt;sjuksköterska;ja\n")))
                .containsExactly("2 HSA-id yourself", "3 HSA-id another-provider");
        assertThat(refused(send(
                        Kind.COMMISSIONS,
                        COMMISSIONS
                                + "SE2120001132-1003;SE2120001132-E011;Eget;Vård och behandling;2020-01-01;\n"
                                + "SE2120001199-1001;SE2120001199-E013;Deras;Vård och behandling;2020-01-01;\n")))
                .containsExactly("2 Person yourself", "3 Enhet unknown-unit");
        assertThat(refused(send(Kind.UNITS, UNITS + "SE2120001199-E013;Tagen;040-6280401;\n")))
                .containsExactly("2 HSA-id another-provider");
    }

    @Test
    void commissions_are_given_and_ended_by_file() {
        StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        String begun = "SE2120001132-1001;SE2120001132-E011;Natt;Vård och behandling;2020-01-01;";
        readIn(send(Kind.COMMISSIONS, COMMISSIONS + begun + "\nSE2120001132-1001;;Hela;Administration;2020-01-01;\n"));
        assertThat(engagements.commissionsOf(TestCast.VELLINGE, List.of(sara)))
                .hasSize(2)
                .anyMatch(one -> one.careUnit() == null);
        var ending = send(Kind.COMMISSIONS, COMMISSIONS + begun + "2026-01-31\n");
        assertThat(ending.changed()).isOne();
        readIn(ending);
        assertThat(engagements.commissionsOf(TestCast.VELLINGE, List.of(sara)))
                .hasSize(2)
                .anyMatch(one -> one.validTo() != null);
        assertThat(refused(send(
                        Kind.COMMISSIONS,
                        COMMISSIONS + "SE2120001132-9;;Natt;Tillsyn;2020-01-01;\n"
                                + "SE2120001132-1001;SE2120001132-E011;Natt;Tillsyn;igår;\n"
                                + "SE2120001132-1001;SE2120001132-E011;Dag;Tillsyn;2020-02-01;2020-01-01\n")))
                .containsExactly("2 Person unknown-person", "3 Första dag date", "4 Sista dag before");
    }

    @Test
    void units_may_name_parents_of_the_same_file_in_any_order() {
        var report = send(
                Kind.UNITS,
                UNITS + "SE2120001132-E3;Barn;040-6280401;SE2120001132-E2\n"
                        + "SE2120001132-E2;Förälder;040-6280401;SE2120001132-E1\n"
                        + "SE2120001132-E1;Topp;040-6280401;\n");
        assertThat(report.added()).isEqualTo(3);
        assertThat(readIn(report)).isTrue();
        assertThat(new Units(database.app()).parents(TestCast.VELLINGE)).hasSize(2);
        var turned = send(
                Kind.UNITS,
                UNITS + "SE2120001132-E3;Barn;040-6280401;\n"
                        + "SE2120001132-E2;Förälder;040-6280401;SE2120001132-E3\n"
                        + "SE2120001132-E1;Topp;040-6280401;SE2120001132-E2\n");
        assertThat(turned.refused()).isEmpty();
        assertThat(readIn(turned)).as("turned upside down").isTrue();
    }

    @Test
    void a_circle_or_an_unknown_parent_is_refused_with_all_that_hang_on_it() {
        assertThat(refused(send(
                        Kind.UNITS,
                        UNITS + "SE2120001132-E1;A;040-6280401;SE2120001132-E2\n"
                                + "SE2120001132-E2;B;040-6280401;SE2120001132-E1\n"
                                + "SE2120001132-E3;C;040-6280401;SE2120001132-E9\n"
                                + "SE2120001132-E4;D;040-6280401;SE2120001132-E3\n"
                                + "SE2120001132-E5;E;040-6280401;SE2120001199-E013\n")))
                .containsExactly(
                        "2 Del av circle",
                        "3 Del av circle",
                        "4 Del av unknown-unit",
                        "5 Del av unknown-unit",
                        "6 Del av unknown-unit");
    }

    @Test
    void what_excel_saves_in_sweden_is_read_whatever_its_letters_and_signs() {
        String rows = STAFF + "SE2120001132-1005;\"Rönn; Mika\";sjuksköterska;ja\n";
        for (byte[] content : List.of(
                rows.getBytes(UTF_8),
                ("\uFEFF" + rows).getBytes(UTF_8),
                rows.getBytes(Charset.forName("windows-1252")),
                rows.replace("\n", "\r\n").getBytes(UTF_8),
                rows.replace("; Mika", ", Mika").replace(";", "\t").getBytes(UTF_8),
                ("NAMN,hsa-id,Legitimation,Annat,Yrke\n\"Rönn; Mika\",SE2120001132-1005,ja,x,sjuksköterska\n")
                        .getBytes(UTF_8))) {
            files.latest = imports.send(adam, Kind.STAFF, content);
            assertThat(files.report().added()).isOne();
        }
        readIn(files.report());
        assertThat(staff()).contains("Rönn; Mika");
    }

    @Test
    void what_a_spreadsheet_would_compute_is_kept_as_it_is_and_is_made_harmless_when_it_leaves() {
        readIn(send(Kind.STAFF, STAFF + "SE2120001132-1005;=1+1 Sandgren;sjuksköterska;ja\n"));
        assertThat(staff()).contains("=1+1 Sandgren");
        assertThat(SafeCsv.of(List.of("a"), List.of(List.of("=1+1"), List.of("-2"), List.of("@x"), List.of("a;\"b"))))
                .isEqualTo("\uFEFFa\r\n'=1+1\r\n'-2\r\n'@x\r\n\"a;\"\"b\"\r\n");
    }

    @Test
    void a_file_that_cannot_be_read_says_why_and_does_nothing() {
        assertThat(send(Kind.STAFF, "").problem()).isEqualTo("empty");
        assertThat(send(Kind.STAFF, STAFF).problem()).isEqualTo("empty");
        assertThat(send(Kind.STAFF, "HSA-id;Namn\nx;y\n").problem()).isEqualTo("missing-column");
        assertThat(send(Kind.STAFF, "HSA-id;Namn;Yrke;Legitimation;namn\nx;y;z;ja;å\n")
                        .detail())
                .isEqualTo("Namn");
        assertThat(send(Kind.STAFF, STAFF + "SE1;\"Noor;x;ja\n").problem()).isEqualTo("not-a-table");
        String many = IntStream.rangeClosed(0, CsvFile.MOST_ROWS)
                .mapToObj(n -> "SE2120001132-" + n + ";Noor Sandgren;sjuksköterska;ja\n")
                .collect(Collectors.joining());
        assertThat(send(Kind.STAFF, STAFF + many).problem()).isEqualTo("too-many-rows");
        assertThat(readIn(files.report())).isFalse();
    }

    /** Nothing closes by file that would not close by page. */
    @Test
    void a_unit_or_a_commission_with_something_open_is_neither_closed_nor_ended() {
        StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        String begun = "SE2120001132-1001;SE2120001132-E011;Natt;" + TestCast.CARE + ";2020-01-01;";
        readIn(send(Kind.COMMISSIONS, COMMISSIONS + begun + "\n"));
        leave(sara);
        String closing = "HSA-id;Namn;Telefon;Sista dag\nSE2120001132-E011;Natten;040-628 04 00;2026-12-31\n";
        assertThat(refused(send(Kind.UNITS, closing))).containsExactly("2 Sista dag still-open");
        assertThat(refused(send(Kind.COMMISSIONS, COMMISSIONS + begun + "2026-12-31\n")))
                .containsExactly("2 Sista dag still-open");
        open.matters.clear();
        assertThat(refused(send(Kind.UNITS, closing))).isEmpty();
        assertThat(refused(send(Kind.COMMISSIONS, COMMISSIONS + begun + "2026-12-31\n")))
                .isEmpty();
    }

    /** Of two commissions at a unit each is what the other goes on with: together they end what is open there. */
    @Test
    void several_rows_of_one_person_are_judged_together() {
        StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        String day = "SE2120001132-1001;SE2120001132-E011;Dag;" + TestCast.CARE + ";2020-01-01;";
        String night = "SE2120001132-1001;SE2120001132-E011;Natt;" + TestCast.CARE + ";2020-01-01;";
        readIn(send(Kind.COMMISSIONS, COMMISSIONS + day + "\n" + night + "\n"));
        leave(sara);
        var both = send(Kind.COMMISSIONS, COMMISSIONS + day + "2026-12-31\n" + night + "2026-12-31\n");
        assertThat(refused(both)).containsExactly("2 Sista dag still-open", "3 Sista dag still-open");
        assertThat(both.changed()).isZero();

        assertThat(refused(send(Kind.COMMISSIONS, COMMISSIONS + day + "2026-12-31\n")))
                .as("the other goes on")
                .isEmpty();
        var replaced = send(
                Kind.COMMISSIONS,
                COMMISSIONS + day + "2026-12-31\n" + night + "2026-12-31\n"
                        + "SE2120001132-1001;SE2120001132-E011;Jour;" + TestCast.CARE + ";2027-01-01;\n");
        assertThat(refused(replaced)).as("a new one goes on the day after").isEmpty();
    }

    /** A last day is not the only way to close something. */
    @Test
    void neither_another_purpose_nor_a_later_first_day_nor_a_lost_licence_leaves_something_to_nobody() {
        StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        cast.staff("SE2120001132-1002", "Ulla Under", Profession.NURSE);
        String begun = "SE2120001132-1001;SE2120001132-E011;Natt;%s;2020-01-01;\n";
        readIn(send(Kind.COMMISSIONS, COMMISSIONS + begun.formatted(TestCast.CARE)));
        String purpose = COMMISSIONS + begun.formatted("Administration");
        String later = "HSA-id;Namn;Telefon;Första dag\nSE2120001132-E011;Natten;040-628 04 00;2027-01-01\n";
        String licence = STAFF + "SE2120001132-1001;Sara Sjuk;sjuksköterska;nej\n";
        leave(sara);
        assertThat(refused(send(Kind.COMMISSIONS, purpose))).containsExactly("2 Ändamål still-open");
        assertThat(refused(send(Kind.UNITS, later))).containsExactly("2 Första dag still-open");
        assertThat(refused(send(Kind.STAFF, licence + "SE2120001132-1002;Ulla Under;undersköterska;nej\n")))
                .containsExactly("2 Legitimation still-open");
        open.matters.clear();
        assertThat(refused(send(Kind.COMMISSIONS, purpose))).isEmpty();
        assertThat(refused(send(Kind.UNITS, later))).isEmpty();
        assertThat(refused(send(Kind.STAFF, licence))).isEmpty();
    }

    /** A note at the nurses', to be signed by somebody. */
    private void leave(StaffId staff) {
        open.matters.add(new OpenMatter(
                UUID.randomUUID(), TestCast.VELLINGE, TestCast.NURSES, staff, null, "Sara Sjuk", clock.instant()));
    }

    private Report send(Kind kind, String content) {
        return files.send(kind, content);
    }

    private boolean readIn(Report report) {
        return files.readIn(report);
    }

    private Person renamed(StaffId id, String name) {
        var before = people.find(id).orElseThrow();
        return new Person(
                id,
                before.keeper(),
                before.hsaId(),
                name,
                before.profession(),
                before.licensed(),
                before.licenceNumber(),
                before.protectedIdentity(),
                null);
    }

    private List<String> staff() {
        return database.owner()
                .sql("select name from organisation.staff order by name")
                .query(String.class)
                .list();
    }
}
