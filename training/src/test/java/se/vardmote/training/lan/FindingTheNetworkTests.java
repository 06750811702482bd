package se.vardmote.training.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.training.CannotStart;

/** The address that a tablet is told. */
class FindingTheNetworkTests {

    private static final InetAddress WIRED = address("10.0.0.5");
    private static final InetAddress WIRELESS = address("192.168.1.20");

    @Test
    void the_way_to_the_world_counts_where_there_are_several() {
        assertThat(LanAddress.choose("auto", Optional.of(WIRELESS), List.of(WIRED, WIRELESS)))
                .isEqualTo(WIRELESS);
    }

    @Test
    void without_a_way_to_the_world_any_network_will_do() {
        assertThat(LanAddress.choose("auto", Optional.empty(), List.of(WIRED, WIRELESS)))
                .isEqualTo(WIRED);
    }

    @Test
    void another_address_of_the_machine_may_be_chosen() {
        assertThat(LanAddress.choose("10.0.0.5", Optional.of(WIRELESS), List.of(WIRED, WIRELESS)))
                .isEqualTo(WIRED);
    }

    @Test
    void an_address_that_is_not_the_machines_is_answered_with_those_that_are() {
        assertThatThrownBy(() -> LanAddress.choose("10.0.0.6", Optional.of(WIRELESS), List.of(WIRED, WIRELESS)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Datorn har inte adressen 10.0.0.6. Den har: 10.0.0.5, 192.168.1.20.");
    }

    @Test
    void without_a_network_that_is_said_in_one_sentence() {
        assertThatThrownBy(() -> LanAddress.choose("auto", Optional.empty(), List.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Datorn är inte ansluten till något nätverk");
    }

    @Test
    void the_terminal_says_who_can_open_it_and_where_staff_sign_in(@TempDir Path data) {
        LanAccess lan = LanAccess.prepare(WIRELESS, 8081, data, Clock.systemUTC());
        assertThat(LanWelcome.of(lan, false))
                .contains("http://192.168.1.20:8083", "https://192.168.1.20:8082")
                .contains("Alla på nätverket kan öppna provmiljön", "Personal loggar in på den här datorn")
                .contains(lan.fingerprint().substring(0, 47), lan.fingerprint().substring(48));
    }

    private static InetAddress address(String number) {
        try {
            return InetAddress.getByName(number);
        } catch (UnknownHostException notANumber) {
            throw new IllegalArgumentException(notANumber);
        }
    }
}
