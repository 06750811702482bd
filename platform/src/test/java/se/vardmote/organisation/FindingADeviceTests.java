package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.organisation.Stock.Item;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.DeviceId;

/** R0-43: a device is found by name, asset number, unit or area among as many as there may be, and none is left out of the list. */
class FindingADeviceTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final Devices devices = new Devices(database.app(), TestClock.atNoon());
    private final Stock stock = new Stock(database.app());
    private final DeviceLists lists = new DeviceLists(database.app());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_word_typed_is_a_part_of_the_name_the_number_the_unit_or_the_area() {
        numbered(cast.device("iPad 07"), "VK-2291");
        numbered(cast.device("Telefon natt"), "VK-3001");
        assertThat(found("IPAD")).containsExactly("iPad 07");
        assertThat(found("vk-3")).containsExactly("Telefon natt");
        assertThat(found("hemtjänst 22")).containsExactly("iPad 07");
        assertThat(found("höllviken")).hasSize(2);
        assertThat(found("ipad 3001")).isEmpty();
        assertThat(found("%")).as("a sign is a sign").isEmpty();
        assertThat(found("  ")).hasSize(2);
    }

    @Test
    void another_care_providers_devices_are_not_found() {
        DeviceId device = cast.device("iPad 07");
        assertThat(lists.called(TestCast.TRELLEBORG, "iPad", null).lines()).isEmpty();
        assertThat(lists.from(TestCast.TRELLEBORG, device).lines()).isEmpty();
    }

    @Test
    void page_after_page_each_comes_once_with_its_number_those_in_use_first_then_by_name() {
        int all = 2 * DeviceLists.ON_A_PAGE + 3;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            String name = "iPad %03d".formatted(all - i);
            numbered(cast.device(name), "VK-" + (all - i));
            names.addFirst(name);
        }
        DeviceId first = lists.called(TestCast.VELLINGE, "", null)
                .lines()
                .getFirst()
                .device()
                .id();
        devices.revoke(first, "lost");
        names.addLast(names.removeFirst());

        List<DeviceLists.Line> seen = new ArrayList<>();
        DeviceId after = null;
        boolean more = true;
        for (int pages = 1; more; pages++) {
            assertThat(pages).as("pages").isLessThanOrEqualTo(3);
            var page = lists.called(TestCast.VELLINGE, "ipad", after);
            assertThat(page.total()).isEqualTo(all);
            assertThat(page.lines()).hasSizeBetween(1, DeviceLists.ON_A_PAGE);
            seen.addAll(page.lines());
            after = page.lines().getLast().device().id();
            more = page.more();
        }
        assertThat(seen).extracting(line -> line.device().name()).containsExactlyElementsOf(names);
        assertThat(seen).allMatch(line -> line.item().assetNumber() != null);
    }

    /** Where somebody comes who has done something with a device that is not among the first. */
    @Test
    void the_list_may_begin_with_one() {
        cast.device("iPad 01");
        DeviceId second = cast.device("iPad 02");
        cast.device("iPad 03");
        var page = lists.from(TestCast.VELLINGE, second);
        assertThat(page.lines()).extracting(line -> line.device().name()).containsExactly("iPad 02", "iPad 03");
        assertThat(page.total()).isEqualTo(3);
    }

    /** However many the care provider has elsewhere, none of a unit that closes is left behind. */
    @Test
    void the_devices_of_a_unit_are_its_own_and_in_use() {
        DeviceId here = cast.device("iPad 02");
        devices.revoke(cast.device("iPad 01"), "lost");
        var unit = new Organisation(database.app()).unit(TestCast.HOME_CARE).orElseThrow();
        devices.move(TestCast.VELLINGE, cast.device("iPad 03"), TestCast.NURSES);
        assertThat(devices.at(unit, 10)).extracting(Device::id).containsExactly(here);
    }

    private List<String> found(String typed) {
        return lists.called(TestCast.VELLINGE, typed, null).lines().stream()
                .map(line -> line.device().name())
                .toList();
    }

    private void numbered(DeviceId device, @Nullable String number) {
        stock.keep(TestCast.VELLINGE, new Item(device, number, null, null, false));
    }
}
