package se.vardmote.directory.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.enrolment.Enrolment.Listed;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Stock;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;

/** One row of a file of the stock of devices, beside what the register has of it. */
final class DeviceRow {
    private final RowReading reading;
    private final Register register;

    DeviceRow(RowReading reading, Register register) {
        this.reading = reading;
        this.register = register;
    }

    /**
     * What there is, as far as the file asks.
     *
     * @param states by the words for them
     */
    record Register(
            NamedByRows.Known meant,
            StockFileDevices devices,
            List<CareProvider> providers,
            Map<String, Stock.State> states,
            LocalDate today) {}

    /** @param number by which rows are told apart */
    record Wanted(String number, Listed listed, @Nullable Listed before) {}

    @Nullable
    Wanted read() {
        String number = reading.typed(Kind.Column.ASSET_NUMBER)
                ? reading.parsed(Kind.Column.ASSET_NUMBER, Stock.number(reading.cell(Kind.Column.ASSET_NUMBER)))
                : reading.refuse(Kind.Column.ASSET_NUMBER, "missing");
        if (number == null) return null;
        Listed before = register.devices().numbered(number);
        Stock.State state = state(before);
        if (state == null) return null;
        Listed listed = before != null && before.lost() ? blocked(before, state) : listed(number, before, state);
        return listed == null ? null : new Wanted(number.toLowerCase(Locale.ROOT), listed, before);
    }

    /** What has become of it is settled: a file says so too, or is refused. */
    private @Nullable Listed blocked(Listed before, Stock.State state) {
        return state == Stock.State.LOST ? before : reading.refuse(Kind.Column.CONDITION, "is-blocked");
    }

    private @Nullable Listed listed(String number, @Nullable Listed before, Stock.State state) {
        String name = reading.line(Kind.Column.NAME);
        CareUnitId unit = unit(before);
        String area = reading.line(Kind.Column.AREA);
        CareProviderId owner = provider(Kind.Column.OWNER, before, Stock.Item::owner);
        CareProviderId payer = provider(Kind.Column.PAYER, before, Stock.Item::payer);
        if (name == null || unit == null || area == null || reading.refused().isPresent()) return null;
        if (before == null && state == Stock.State.LOST)
            return reading.refuse(Kind.Column.CONDITION, "nothing-to-block");
        if (before == null && register.devices().withoutNumber(unit, name))
            return reading.refuse(Kind.Column.ASSET_NUMBER, "without-number");
        DeviceId id = before == null ? DeviceId.next() : before.item().device();
        String kept = before == null ? number : before.item().assetNumber();
        var item = new Stock.Item(id, kept, owner, payer, state == Stock.State.DEFECT);
        return new Listed(unit, name, area, item, state == Stock.State.LOST);
    }

    /** A cell that is empty says that nothing is the matter. */
    private Stock.@Nullable State state(@Nullable Listed before) {
        if (reading.typed(Kind.Column.CONDITION))
            return reading.word(Kind.Column.CONDITION, register.states(), "unknown-condition");
        if (before == null || reading.has(Kind.Column.CONDITION)) return Stock.State.ASSIGNED;
        if (before.lost()) return Stock.State.LOST;
        return before.item().defect() ? Stock.State.DEFECT : Stock.State.ASSIGNED;
    }

    /** As on the page: a device comes to a unit that is open. */
    private @Nullable CareUnitId unit(@Nullable Listed before) {
        CareUnit unit = register.meant().unit(reading);
        if (unit == null) return null;
        boolean there = before != null && before.unit().equals(unit.id());
        return there || unit.openOn(register.today()) ? unit.id() : reading.refuse(Kind.Column.UNIT, "closed-unit");
    }

    /** A care provider of the installation, by its HSA-id or its name. */
    private @Nullable CareProviderId provider(
            String column, @Nullable Listed before, Function<Stock.Item, @Nullable CareProviderId> known) {
        if (!reading.has(column)) return before == null ? null : known.apply(before.item());
        if (!reading.typed(column)) return null;
        String typed = reading.cell(column);
        List<CareProvider> called = register.providers().stream()
                .filter(one -> one.hsaId().value().equalsIgnoreCase(typed)
                        || one.name().equalsIgnoreCase(typed))
                .toList();
        return called.size() == 1 ? called.getFirst().id() : reading.refuse(column, "unknown-provider");
    }
}
