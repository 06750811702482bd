package se.vardmote.training.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.training.CannotStart;
import se.vardmote.training.certificates.KeptCertificate;

/** What a tablet is asked to trust, and what it is shown. The limits are Apple's, the strictest of today. */
class CertificatesOfTheLocalNetworkTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LanNames HOME = names("192.168.1.20", "provdator.local");
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    @TempDir
    Path data;

    @Test
    void the_servers_certificate_is_one_that_an_ipad_accepts() throws GeneralSecurityException {
        prepare(HOME, NOW);
        X509Certificate server = server();

        assertThat(server.getSubjectAlternativeNames())
                .containsExactly(List.of(7, "192.168.1.20"), List.of(2, "provdator.local"));
        assertThat(server.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
        assertThat(server.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(((ECPublicKey) server.getPublicKey()).getParams().getOrder().bitLength())
                .isEqualTo(256);
        assertThat(Duration.between(
                        server.getNotBefore().toInstant(), server.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(398));
        assertThat(server.getBasicConstraints()).as("is no authority").isEqualTo(-1);
        assertThat(server.getIssuerX500Principal()).isNotEqualTo(server.getSubjectX500Principal());
    }

    @Test
    void the_chain_holds() {
        LocalAuthority authority = prepare(HOME, NOW);
        assertThatCode(() -> validate(server(), authority)).doesNotThrowAnyException();
    }

    @Test
    void a_stolen_authority_can_pretend_to_be_no_site_on_the_internet() {
        LocalAuthority stolen = prepare(HOME, NOW);
        for (LanNames site : List.of(
                names("192.168.1.20", "www.example.se"),
                names("203.0.113.7", "provdator.local"),
                names("192.168.1.20", "annan.local"))) {
            X509Certificate forged = stolen.issue(site, NOW).certificate();
            assertThatThrownBy(() -> validate(forged, stolen))
                    .as(site.toString())
                    .isInstanceOf(CertPathValidatorException.class);
        }
    }

    @Test
    void an_authority_without_a_host_name_can_vouch_for_no_name_at_all() {
        LocalAuthority authority = prepare(names("192.168.1.20", null), NOW);
        X509Certificate forged =
                authority.issue(names("192.168.1.20", "www.example.se"), NOW).certificate();
        assertThatThrownBy(() -> validate(forged, authority)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void over_a_restart_nothing_changes() {
        LocalAuthority before = prepare(HOME, NOW);
        X509Certificate shown = server();
        LocalAuthority after = prepare(HOME, NOW.plus(Duration.ofDays(90)));

        assertThat(after.certificate()).isEqualTo(before.certificate());
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(server()).isEqualTo(shown);
    }

    @Test
    void at_another_address_the_same_authority_vouches_for_a_new_certificate() throws GeneralSecurityException {
        LocalAuthority before = prepare(HOME, NOW);
        LocalAuthority after = prepare(names("10.0.7.7", "provdator.local"), NOW);

        assertThat(after.certificate()).isEqualTo(before.certificate());
        assertThat(server().getSubjectAlternativeNames()).contains(List.of(7, "10.0.7.7"));
        assertThatCode(() -> validate(server(), before)).doesNotThrowAnyException();
    }

    @Test
    void before_the_servers_certificate_ends_there_is_a_new_one() {
        prepare(HOME, NOW);
        Instant later = NOW.plus(Duration.ofDays(360));
        prepare(HOME, later);

        assertThat(server().getNotAfter()).isAfter(Date.from(later.plus(Duration.ofDays(300))));
    }

    @Test
    void before_the_authority_ends_there_is_a_new_one() {
        LocalAuthority before = prepare(HOME, NOW);
        Instant later = NOW.plus(LocalAuthority.LIFE).minus(Duration.ofDays(30));
        LocalAuthority after = prepare(HOME, later);

        assertThat(after.certificate()).isNotEqualTo(before.certificate());
        assertThat(after.hasSigned(server())).isTrue();
    }

    @Test
    void where_the_authority_must_not_vouch_for_the_machine_there_is_a_new_one() {
        LocalAuthority before = prepare(HOME, NOW);
        LocalAuthority after = prepare(names("192.168.1.20", "annan.local"), NOW);

        assertThat(after.certificate()).isNotEqualTo(before.certificate());
        assertThatCode(() -> validate(server(), after)).doesNotThrowAnyException();
    }

    @Test
    void keys_are_readable_by_their_owner_only() throws IOException {
        prepare(HOME, NOW);
        LanCertificates kept = at(NOW);
        for (Path file : List.of(kept.authority(), kept.server())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(kept.server().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_new_data_folder_stays_open_to_the_user_of_the_database() throws IOException {
        Path fresh = data.resolve("var");
        new LanCertificates(fresh, Clock.fixed(NOW, ZoneOffset.UTC)).prepare(HOME);
        assertThat(Files.getPosixFilePermissions(fresh))
                .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(data.resolve("ordinary"))));
    }

    @Test
    void a_file_that_makes_no_sense_is_named_with_the_remedy() throws IOException {
        prepare(HOME, NOW);
        Files.writeString(at(NOW).authority(), "nonsense");
        assertThatThrownBy(() -> prepare(HOME, NOW))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("authority.pem")
                .hasMessageContaining("Ta bort filen");
    }

    @Test
    void the_machines_own_name_is_used_where_a_tablet_can_find_it() {
        assertThat(LanNames.localName("Provdator.kommun.example")).contains("provdator.local");
        assertThat(LanNames.localName("localhost")).isEmpty();
        assertThat(LanNames.localName("192.168.1.20")).isEmpty();
        assertThat(LanNames.localName("min dator")).isEmpty();
    }

    private LocalAuthority prepare(LanNames names, Instant now) {
        return at(now).prepare(names);
    }

    private LanCertificates at(Instant now) {
        return new LanCertificates(data, Clock.fixed(now, ZoneOffset.UTC));
    }

    private X509Certificate server() {
        return KeptCertificate.in(at(NOW).server()).orElseThrow().certificate();
    }

    /**
     * As RFC 5280 says. Java reads no constraints in the anchor itself, so the authority stands in the path too, below
     * its own key.
     */
    private static void validate(X509Certificate server, LocalAuthority authority) throws GeneralSecurityException {
        X509Certificate own = authority.certificate();
        var parameters =
                new PKIXParameters(Set.of(new TrustAnchor(own.getSubjectX500Principal(), own.getPublicKey(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(server.getNotAfter());
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(server, own)), parameters);
    }

    private static LanNames names(String address, @Nullable String host) {
        try {
            return new LanNames(InetAddress.getByName(address), host);
        } catch (UnknownHostException notANumber) {
            throw new IllegalArgumentException(notANumber);
        }
    }
}
