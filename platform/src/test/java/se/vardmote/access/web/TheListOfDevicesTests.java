package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.DeviceLists;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Profession;

/** R0-43: the administrator's devices, a page at a time: none is out of reach, whatever is done with it. */
class TheListOfDevicesTests {
    private static final String ADMINISTRATOR = "SE2120001132-1003";
    private static final String DEVICES = "/admin/enheter";
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private final TestHouse house = TestHouse.anew();
    private TestBrowser administrator = house.browser();
    private DeviceId last = DeviceId.next();

    @BeforeEach
    void more_devices_than_stand_on_a_page() {
        house.cast.administers(
                house.cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        for (int i = 10; i < 10 + DeviceLists.ON_A_PAGE; i++) house.cast.device("iPad " + i);
        last = house.cast.device("Telefon öst");
        administrator = house.signedIn(ADMINISTRATOR);
    }

    @Test
    void all_are_counted_and_the_next_page_goes_on_where_the_first_ended() {
        String first = administrator.get(DEVICES).body();
        assertThat(first).contains("51 enheter", "iPad 10", "iPad 59").doesNotContain("Telefon öst");
        String next = next(first);
        assertThat(next).startsWith(DEVICES + "?efter=");
        assertThat(administrator.get(next).body())
                .contains("Telefon öst", "Alla plattor och telefoner")
                .doesNotContain("iPad 59", "rel=\"next\"");
    }

    @Test
    void what_is_searched_for_stays_searched_for_on_the_next_page() {
        assertThat(administrator.get(DEVICES + "?sok=%C3%B6st+h%C3%B6llviken").body())
                .contains("1 platta eller telefon hittades", "Telefon öst", "value=\"öst höllviken\"")
                .doesNotContain("iPad 10");
        assertThat(administrator.get(DEVICES + "?sok=ingenstans").body())
                .contains("Ingen platta eller telefon hittades", "Kontrollera stavningen");
        String found = administrator.get(DEVICES + "?sok=h%C3%B6llviken").body();
        assertThat(next(found)).endsWith("&sok=h%C3%B6llviken");
        assertThat(administrator.get(next(found)).body()).contains("51 plattor och telefoner hittades", "Telefon öst");
    }

    @Test
    void what_is_done_with_a_device_shows_it_whatever_page_it_is_on() {
        for (String what : new String[] {"kod", "bekrafta"}) assertShown(act(what, Map.of()));
        assertShown(act("uppgifter", Map.of("assetNumber", "VK-99", "state", "ASSIGNED")));
        var refused = administrator.post(DEVICES + "/" + last + "/sparra", Map.of("why", ""), DEVICES);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"device-" + last + "\"");
    }

    private String act(String what, Map<String, String> fields) {
        return location(administrator.post(DEVICES + "/" + last + "/" + what, fields, DEVICES));
    }

    private void assertShown(String address) {
        assertThat(administrator
                        .get(address.substring(address.indexOf(DEVICES)).replaceFirst("#.*", ""))
                        .body())
                .as(address)
                .contains("id=\"device-" + last + "\"");
    }

    private static String next(String page) {
        Matcher next = NEXT.matcher(page);
        assertThat(next.find()).isTrue();
        return next.group(1).replace("&amp;", "&");
    }
}
