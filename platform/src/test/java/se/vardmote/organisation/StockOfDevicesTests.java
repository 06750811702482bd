package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.organisation.Stock.Count;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.DeviceId;

/** R0-43 to R0-49: the municipality's iPads, lent to whoever gives the care, and those that the provider buys itself. */
class StockOfDevicesTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final Devices devices = new Devices(database.app(), TestClock.atNoon());
    private final Stock stock = new Stock(database.app());

    @AfterEach
    void close() {
        database.close();
    }

    /** R0-48: three areas of ten, two for the night, six for special housing. */
    @Test
    void the_stock_is_counted_by_area_and_is_thirty_eight() {
        add(10, "Vellinge");
        add(10, "Höllviken");
        add(10, "Skanör/Falsterbo");
        add(2, "Natt");
        add(6, "SÄBO");
        assertThat(stock.counts(TestCast.VELLINGE))
                .containsExactly(
                        new Count("Höllviken", 10),
                        new Count("Natt", 2),
                        new Count("Skanör/Falsterbo", 10),
                        new Count("SÄBO", 6),
                        new Count("Vellinge", 10));
        assertThat(stock.counts(TestCast.VELLINGE).stream()
                        .mapToInt(Count::devices)
                        .sum())
                .isEqualTo(3 * 10 + 2 + 6);
        assertThat(stock.counts(TestCast.TRELLEBORG)).isEmpty();
    }

    @Test
    void a_lost_one_is_not_there_to_be_counted() {
        List<DeviceId> two = add(2, "Natt");
        devices.revoke(two.getFirst(), "lost");
        assertThat(stock.counts(TestCast.VELLINGE)).containsExactly(new Count("Natt", 1));
    }

    @Test
    void one_care_provider_owns_what_another_has_and_somebody_pays() {
        DeviceId device = add(1, "Natt").getFirst();
        var item = new Stock.Item(device, "VK-1", TestCast.TRELLEBORG, TestCast.VELLINGE, true);
        stock.keep(TestCast.TRELLEBORG, item);
        assertThat(stock.find(TestCast.VELLINGE, device).orElseThrow().assetNumber())
                .as("only whoever has it keeps its details")
                .isNull();
        stock.keep(TestCast.VELLINGE, item);
        assertThat(stock.find(TestCast.VELLINGE, device)).contains(item);
    }

    @Test
    void an_asset_number_is_one_devices() {
        List<DeviceId> two = add(2, "Natt");
        stock.keep(TestCast.VELLINGE, numbered(two.getFirst(), "VK-1"));
        assertThatThrownBy(() -> stock.keep(TestCast.VELLINGE, numbered(two.getLast(), "vk-1")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    /** One that was lost and is found is added anew, with the label that it has. */
    @Test
    void the_number_of_a_lost_one_may_be_given_again() {
        List<DeviceId> two = add(2, "Natt");
        stock.keep(TestCast.VELLINGE, numbered(two.getFirst(), "VK-1"));
        devices.revoke(two.getFirst(), "lost");
        stock.keep(TestCast.VELLINGE, numbered(two.getLast(), "VK-1"));
        assertThat(stock.find(TestCast.VELLINGE, two.getLast()).orElseThrow().assetNumber())
                .isEqualTo("VK-1");
    }

    private static Stock.Item numbered(DeviceId device, @Nullable String number) {
        return new Stock.Item(device, number, null, null, false);
    }

    private List<DeviceId> add(int number, String area) {
        return IntStream.range(0, number)
                .mapToObj(n -> {
                    DeviceId id = cast.device("iPad");
                    database.owner()
                            .sql("update organisation.device set area = ? where id = ?")
                            .params(area, id.value())
                            .update();
                    return id;
                })
                .toList();
    }
}
