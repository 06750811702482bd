package se.vardmote.directory.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.enrolment.Enrolment.Listed;
import se.vardmote.organisation.DeviceLists;
import se.vardmote.organisation.Stock;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;

/** The devices that the register has of those in a file of the stock. */
final class StockFileDevices {
    private final Map<String, Listed> numbered;
    private final Set<Place> withoutNumber;

    private StockFileDevices(Map<String, Listed> numbered, Set<Place> withoutNumber) {
        this.numbered = numbered;
        this.withoutNumber = withoutNumber;
    }

    private record Place(CareUnitId unit, String name) {
        static Place of(CareUnitId unit, String name) {
            return new Place(unit, name.toLowerCase(Locale.ROOT));
        }
    }

    static StockFileDevices of(DeviceLists devices, CareProviderId provider, List<CsvFile.Row> rows) {
        List<Listed> marked = devices
                .marked(
                        provider,
                        valid(rows, Kind.Column.ASSET_NUMBER, Stock::number),
                        valid(rows, Kind.Column.NAME, typed -> PersonName.parse(typed)
                                .map(PersonName::value)))
                .stream()
                .map(StockFileDevices::listed)
                .toList();
        return new StockFileDevices(
                marked.stream()
                        .filter(one -> one.item().assetNumber() != null)
                        .collect(Collectors.toMap(
                                one -> Objects.requireNonNull(one.item().assetNumber())
                                        .toLowerCase(Locale.ROOT),
                                Function.identity(),
                                (inUse, earlier) -> inUse)),
                marked.stream()
                        .filter(one -> one.item().assetNumber() == null)
                        .map(one -> Place.of(one.unit(), one.name()))
                        .collect(Collectors.toSet()));
    }

    @Nullable
    Listed numbered(String number) {
        return numbered.get(number.toLowerCase(Locale.ROOT));
    }

    /** Whether one that is called so is in use there and has no number: it may be the one that the row means. */
    boolean withoutNumber(CareUnitId unit, String name) {
        return withoutNumber.contains(Place.of(unit, name));
    }

    private static Set<String> valid(List<CsvFile.Row> rows, String column, Function<String, Parsed<String>> parse) {
        return rows.stream()
                .flatMap(row -> parse.apply(row.cell(column)).asOptional().stream())
                .collect(Collectors.toSet());
    }

    private static Listed listed(DeviceLists.Line line) {
        var device = line.device();
        return new Listed(device.careUnit(), device.name(), device.area(), line.item(), device.revoked());
    }
}
