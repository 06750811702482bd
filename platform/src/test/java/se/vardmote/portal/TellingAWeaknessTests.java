package se.vardmote.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import se.vardmote.platform.Origins;

/** RFC 9116: who finds a weakness finds whom to tell. */
class TellingAWeaknessTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-17T11:00:00Z"), ZoneOffset.UTC);
    private static final Origins ORIGINS = new Origins(List.of(URI.create("https://vardmote.example")), List.of());

    @Test
    void the_contact_of_the_configuration_is_told_and_until_when_it_holds() {
        var contact = new SecurityContact(
                new SecurityContact.SecuritySettings(URI.create("mailto:sakerhet@vardmote.example")), ORIGINS, CLOCK);
        assertThat(contact.text().getBody()).isEqualTo("""
                Contact: mailto:sakerhet@vardmote.example
                Expires: 2027-05-16T00:00:00Z
                Preferred-Languages: sv, en
                Canonical: https://vardmote.example/.well-known/security.txt
                """);
    }

    @Test
    void without_a_contact_there_is_no_page_and_an_odd_one_stops_the_start() {
        var none = new SecurityContact(new SecurityContact.SecuritySettings(null), ORIGINS, CLOCK);
        assertThat(none.text().getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThatThrownBy(() -> new SecurityContact.SecuritySettings(URI.create("javascript:alert(1)")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
