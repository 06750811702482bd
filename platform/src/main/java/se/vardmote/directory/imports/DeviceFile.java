package se.vardmote.directory.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.enrolment.Enrolment;
import se.vardmote.access.enrolment.Enrolment.Listed;
import se.vardmote.organisation.DeviceLists;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Stock;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.DeviceId;

/**
 * What a file of the stock of devices would do (R0-43 to R0-49). The same asset number means the same device; one that is lost is
 * blocked at once, and nothing in a file opens it again.
 */
@Component
class DeviceFile {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final DeviceLists devices;
    private final Enrolment enrolment;
    private final NamedByRows named;
    private final Organisation organisation;
    private final Map<String, Stock.State> states;
    private final Clock clock;

    DeviceFile(
            DeviceLists devices,
            Enrolment enrolment,
            NamedByRows named,
            Organisation organisation,
            Messages messages,
            Clock clock) {
        this.devices = devices;
        this.enrolment = enrolment;
        this.named = named;
        this.organisation = organisation;
        this.states = SwedishWords.of(messages, "stock.state.", Stock.State.values());
        this.clock = clock;
    }

    Plan plan(SystemAdministrator by, List<CsvFile.Row> rows) {
        var register = new DeviceRow.Register(
                named.in(by, rows),
                StockFileDevices.of(devices, by.careProvider(), rows),
                organisation.providers(),
                states,
                LocalDate.ofInstant(clock.instant(), SWEDEN));
        var gathered = new Gathered<DeviceRow.Wanted>();
        Set<String> seen = new HashSet<>();
        for (CsvFile.Row row : rows) {
            var reading = new RowReading(row);
            DeviceRow.Wanted one = new DeviceRow(reading, register).read();
            if (one != null && !seen.add(one.number())) reading.refuse(Kind.Column.ASSET_NUMBER, "twice");
            gathered.add(reading, one);
        }
        return gathered.plan(
                one -> !one.listed().equals(one.before()),
                DeviceFile::change,
                one -> () -> enrolment.keep(by.careProvider(), one.listed()));
    }

    private static Change change(DeviceRow.Wanted one) {
        Listed before = one.before();
        String says = said(one.listed()) + " was " + (before == null ? "" : said(before));
        DeviceId id = one.listed().item().device();
        return one.listed().lost()
                ? new Change("revoke", "device", id, says)
                : new Change(before == null, "device", id, says);
    }

    private static String said(Listed one) {
        return String.join(
                "|",
                String.valueOf(one.item().assetNumber()),
                one.name(),
                one.unit().toString(),
                one.area(),
                String.valueOf(one.item().owner()),
                String.valueOf(one.item().payer()),
                String.valueOf(one.item().defect()),
                String.valueOf(one.lost()));
    }
}
