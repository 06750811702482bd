package se.vardmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import se.vardmote.access.web.CertificateFiles;

/** R0-55, R0-36: production starts with a whole card port or with none, and names all that is wrong with it at once. */
class RefusingAHalfMadeCardPortTests {
    private static final List<URI> ORIGINS = List.of(URI.create("https://vardmote.example"));

    @TempDir
    Path folder;

    private String certificate = "";
    private String key = "";

    @BeforeEach
    void write() throws IOException {
        certificate = folder.resolve("certificate.pem").toString();
        key = folder.resolve("key.pem").toString();
        CertificateFiles.write(Path.of(certificate), Path.of(key));
    }

    @Test
    void nothing_said_is_no_card_port() {
        assertThat(wrong(Map.of())).isEmpty();
    }

    @Test
    void a_whole_one_is_accepted_with_handshakes_of_its_own_and_behind_a_proxy() {
        assertThat(wrong(own())).isEmpty();
        assertThat(wrong(behindProxy())).isEmpty();
    }

    @Test
    void a_single_word_about_it_is_told_everything_that_is_missing_at_once() {
        assertThat(wrong(Map.of("revocation", "ocsp")))
                .hasSize(5)
                .anyMatch(sentence -> sentence.startsWith("vardmote.access.card.port saknas"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.access.card.origin ska vara"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.access.card: ange antingen"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.access.card.trust-anchors"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.access.card.policies saknas"));
    }

    @Test
    void the_address_of_pages_is_not_the_card_ports() {
        assertThat(wrong(with(own(), "origin", "https://vardmote.example")))
                .singleElement()
                .asString()
                .contains("en annan adress");
        assertThat(wrong(with(own(), "origin", "http://kort.vardmote.example"))).hasSize(1);
    }

    @Test
    void own_handshakes_and_a_proxys_header_together_are_refused() {
        assertThat(wrong(with(own(), "proxy-header", "Client-Cert")))
                .anyMatch(sentence -> sentence.contains("inte båda"))
                .anyMatch(sentence -> sentence.contains("kan vem som helst skicka sidhuvudet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ".*", "10.0.0.0/8", "proxy.example"})
    void a_proxy_that_may_be_anybody_is_refused(String anybody) {
        assertThat(wrong(with(behindProxy(), "proxies", anybody)))
                .singleElement()
                .asString()
                .contains("IP-adress");
    }

    @Test
    void files_that_are_not_there_or_hold_no_certificate_and_policies_that_are_none_are_named() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        var settings = with(
                with(with(own(), "trust-anchors", empty.toString()), "private-key", "/nowhere/key.pem"),
                "policies",
                "siths-e-id");

        assertThat(wrong(settings))
                .hasSize(3)
                .anyMatch(sentence -> sentence.contains(".trust-anchors: filen innehåller inget certifikat"))
                .anyMatch(sentence -> sentence.contains(".private-key: filen finns inte"))
                .anyMatch(sentence -> sentence.contains("siths-e-id är ingen OID"));
    }

    private Map<String, String> own() {
        return Map.of(
                "port",
                "8444",
                "origin",
                "https://kort.vardmote.example",
                "certificate",
                certificate,
                "private-key",
                key,
                "trust-anchors",
                certificate,
                "policies",
                "1.2.752.1.2,1.2.752.1.3");
    }

    private Map<String, String> behindProxy() {
        return Map.of(
                "port", "8444",
                "origin", "https://kort.vardmote.example",
                "proxy-header", "Client-Cert",
                "proxies", "10.0.0.6,2001:db8::6",
                "trust-anchors", certificate,
                "policies", "1.2.752.1.2");
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var other = new java.util.HashMap<>(settings);
        other.put(name, value);
        return other;
    }

    private static List<String> wrong(Map<String, String> card) {
        var environment = new StandardEnvironment();
        var named = new java.util.HashMap<String, Object>();
        card.forEach((name, value) -> named.put("vardmote.access.card." + name, value));
        environment.getPropertySources().addFirst(new MapPropertySource("card", named));
        return CardChecks.of(ServeSettings.read(environment).card(), ORIGINS);
    }
}
