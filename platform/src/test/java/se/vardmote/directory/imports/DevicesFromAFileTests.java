package se.vardmote.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.directory.imports.TestImports.counts;
import static se.vardmote.directory.imports.TestImports.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.DeviceRevoked;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.Token;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.DeviceLists;
import se.vardmote.organisation.DeviceToken;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Stock;
import se.vardmote.platform.TestDatabase;

/** R0-43 to R0-49: the stock of devices from a file. The number on the label says which one it is. */
class DevicesFromAFileTests {
    private static final String COLUMNS = "Inventarienummer;Namn;Enhet;Område;Ägare;Betalas av;Skick\n";
    private static final String SEVEN = "VK-7;iPad 07;SE2120001132-E012;Höllviken;";
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final TestClock clock = TestClock.atNoon();
    private final TestImports files = new TestImports(database, clock);
    private final Devices devices = new Devices(database.app(), clock);
    private final DeviceLists lists = new DeviceLists(database.app());

    @AfterEach
    void close() {
        database.close();
    }

    /** R0-48, R0-49: the thirty-eight in one file, owned by one and paid by another, still to be paired. */
    @Test
    void the_whole_stock_comes_by_file_and_each_device_waits_to_be_paired() {
        var report = send(IntStream.rangeClosed(1, 38)
                .mapToObj(n ->
                        "VK-" + n + ";iPad " + n + ";SE2120001132-E012;Höllviken;Vellinge kommun;SE2120001199-V001;\n")
                .collect(Collectors.joining()));
        assertThat(counts(report)).containsExactly(38, 0, 0);
        assertThat(listed()).as("a report writes nothing").isEmpty();
        assertThat(files.readIn(report)).isTrue();
        assertThat(listed()).hasSize(38).allMatch(line -> line.device().enrolledAt() == null);
        var item = numbered("vk-7").item();
        assertThat(item)
                .isEqualTo(new Stock.Item(item.device(), "VK-7", TestCast.VELLINGE, TestCast.TRELLEBORG, false));
        assertThat(files.recorded("device")).hasSize(38).containsOnly("add ALLOWED");
    }

    @Test
    void the_same_number_is_the_same_device_and_only_what_the_file_says_changes() {
        files.readIn(send(SEVEN + "Vellinge kommun;;Trasig\n"));
        Device before = numbered("VK-7").device();
        assertThat(counts(send("vk-7;iPad 07;SE2120001132-E012;Höllviken;Vellinge kommun;;trasig\n")))
                .containsExactly(0, 0, 1);
        var moved = files.send(
                Kind.DEVICES, "Inventarienummer;Namn;Enhet;Område\nVK-7;iPad 07 natt;SE2120001132-E011;Natt\n");
        assertThat(counts(moved)).containsExactly(0, 1, 0);
        files.readIn(moved);
        var after = numbered("VK-7");
        assertThat(after.device().id()).isEqualTo(before.id());
        assertThat(after.device().name()).isEqualTo("iPad 07 natt");
        assertThat(after.device().careUnit()).isEqualTo(TestCast.NURSES);
        assertThat(after.item())
                .as("columns that are not there")
                .isEqualTo(new Stock.Item(before.id(), "VK-7", TestCast.VELLINGE, null, true));
        files.readIn(send("VK-7;iPad 07 natt;SE2120001132-E011;Natt;;;\n"));
        assertThat(numbered("VK-7").item())
                .as("cells that are empty")
                .isEqualTo(new Stock.Item(before.id(), "VK-7", null, null, false));
        assertThat(files.recorded("device")).containsExactly("add ALLOWED", "change ALLOWED", "change ALLOWED");
    }

    /** R0-43: as on the page, from that moment and with whatever was under way. */
    @Test
    void one_that_is_lost_opens_nothing_as_soon_as_the_file_is_read_in() {
        files.readIn(send(SEVEN + ";;\n"));
        var id = numbered("VK-7").device().id();
        Token token = Token.fresh();
        devices.enrol(id, token.hash());
        files.enrolment.newCode(files.adam, id);
        var report = send(SEVEN + ";;Borta\n");
        assertThat(devices.holding(token.hash())).isInstanceOf(DeviceToken.Present.class);
        files.readIn(report);
        assertThat(devices.holding(token.hash())).isInstanceOf(DeviceToken.Unknown.class);
        assertThat(numbered("VK-7").device().revokedWhy()).isEqualTo("lost");
        assertThat(files.told).containsExactly(new DeviceRevoked(id));
        assertThat(files.enrolment.underWay(TestCast.VELLINGE)).isEmpty();
        assertThat(files.recorded("device")).contains("revoke ALLOWED");
        assertThat(counts(send(SEVEN + ";;borta\n"))).containsExactly(0, 0, 1);
    }

    @Test
    void a_file_never_opens_what_is_blocked_and_one_that_is_found_is_added_anew_with_its_number() {
        files.readIn(send(SEVEN + ";;\n"));
        devices.revoke(numbered("VK-7").device().id(), "Stulen i Skanör");
        assertThat(refused(send(SEVEN + ";;Används\n" + SEVEN + ";;\n")))
                .containsExactly("2 Skick is-blocked", "3 Skick is-blocked");
        var found = cast.device("iPad 07");
        new Stock(database.app()).keep(TestCast.VELLINGE, new Stock.Item(found, "VK-7", null, null, false));
        assertThat(counts(send(SEVEN + ";;Trasig\n"))).containsExactly(0, 1, 0);
        files.readIn(files.report());
        assertThat(numbered("VK-7").device().id()).isEqualTo(found);
        assertThat(numbered("VK-7").item().defect()).isTrue();
    }

    @Test
    void each_refused_row_says_why_and_the_others_are_read_in() {
        cast.device("iPad 01");
        database.owner()
                .sql("update organisation.care_unit set valid_to = ? where hsa_id = 'SE2120001132-E011'")
                .param(LocalDate.of(2026, 11, 16))
                .update();
        var report = send(";iPad 02;SE2120001132-E012;Natt;;;\n"
                + "x".repeat(41) + ";iPad 02;SE2120001132-E012;Natt;;;\n"
                + "VK-2;;SE2120001132-E012;Natt;;;\n"
                + "VK-2;iPad 02;SE2120001199-E013;Natt;;;\n"
                + "VK-2;iPad 02;SE2120001132-E011;Natt;;;\n"
                + "VK-2;iPad 02;SE2120001132-E012;;;;\n"
                + "VK-2;iPad 02;SE2120001132-E012;Natt;Ingen kommun;;\n"
                + "VK-2;iPad 02;SE2120001132-E012;Natt;;;Sådär\n"
                + "VK-2;iPad 02;SE2120001132-E012;Natt;;;Borta\n"
                + "VK-1;ipad 01;SE2120001132-E012;Natt;;;\n"
                + "VK-2;iPad 02;SE2120001132-E012;Natt;;;\n"
                + "vk-2;iPad 03;SE2120001132-E012;Natt;;;\n");
        assertThat(refused(report))
                .containsExactly(
                        "2 Inventarienummer missing",
                        "3 Inventarienummer too-long",
                        "4 Namn missing",
                        "5 Enhet unknown-unit",
                        "6 Enhet closed-unit",
                        "7 Område missing",
                        "8 Ägare unknown-provider",
                        "9 Skick unknown-condition",
                        "10 Skick nothing-to-block",
                        "11 Inventarienummer without-number",
                        "13 Inventarienummer twice");
        files.readIn(report);
        assertThat(listed()).extracting(line -> line.device().name()).containsExactly("iPad 01", "iPad 02");
    }

    @Test
    void another_care_providers_device_with_the_number_is_neither_seen_nor_touched() {
        database.owner()
                .sql("""
                        insert into organisation.device (id, care_provider_id, care_unit_id, name, area, asset_number)
                        values (gen_random_uuid(), ?, ?, 'Deras', 'Trelleborg', 'VK-7')""")
                .params(TestCast.TRELLEBORG.value(), TestCast.ELSEWHERE.value())
                .update();
        assertThat(counts(send(SEVEN + ";;\n"))).containsExactly(1, 0, 0);
        files.readIn(files.report());
        assertThat(lists.called(TestCast.TRELLEBORG, "", null).lines())
                .extracting(line -> line.device().name())
                .containsExactly("Deras");
    }

    private Report send(String rows) {
        return files.send(Kind.DEVICES, COLUMNS + rows);
    }

    private List<DeviceLists.Line> listed() {
        return lists.called(TestCast.VELLINGE, "", null).lines();
    }

    private DeviceLists.Line numbered(String number) {
        return lists.marked(TestCast.VELLINGE, List.of(number), List.of()).getFirst();
    }
}
