package se.vardmote;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import se.vardmote.platform.DatabaseLogin;

/** Everything that keeps {@code serve} from starting, as sentences for the operator, all at once. */
final class ServeChecks {
    private static final int LEAST_SECRET = 24;
    private static final int LEAST_ROOM_KEY = 32;
    /** Fewer different characters than this are typed by a person: random text of 24 has about 20. */
    private static final int LEAST_DIFFERENT = 8;

    private static final Set<String> COMMON =
            Set.of("vardmote", "secret", "password", "changeme", "change-me", "change_me", "default", "example");
    /** Addresses of nobody (TEST-NET-3 and its like in IPv6): whoever trusts them as proxies trusts everybody. */
    private static final List<String> NOBODY = List.of("203.0.113.77", "2001:db8:0:0:0:0:0:77");

    /** This machine: where the identity provider of the training environment is. */
    private static final Pattern HERE = Pattern.compile("https://([^/]*\\.)?(localhost|127\\.[0-9.]+|\\[::1])(:|/|$)");

    private final ServeSettings settings;
    private final List<String> wrong = new ArrayList<>();

    private ServeChecks(ServeSettings settings) {
        this.settings = settings;
    }

    /** Empty when it may start. */
    static List<String> of(ServeSettings settings) {
        var checks = new ServeChecks(settings);
        checks.origins();
        checks.transport();
        checks.metrics();
        checks.data();
        checks.signIn();
        checks.wrong.addAll(CardChecks.of(settings.card(), settings.origins()));
        checks.wrong.addAll(VisitorChecks.of(
                settings, ServeChecks::https, (name, secret) -> checks.weak(name, secret, LEAST_SECRET)));
        checks.media();
        checks.databases();
        return List.copyOf(checks.wrong);
    }

    private void origins() {
        if (settings.origins().isEmpty())
            wrong.add("vardmote.origins saknas: ange adresserna som tjänsten har, t.ex. https://vardmote.example.");
        for (URI origin : settings.origins()) {
            if (!"https".equals(origin.getScheme())) wrong.add("vardmote.origins: " + origin + " är inte https.");
        }
        if (!settings.lanOrigins().isEmpty())
            wrong.add("vardmote.lan-origins hör till provmiljön (./vardmote run --lan). Ta bort den.");
    }

    private void transport() {
        ServeSettings.Transport transport = settings.transport();
        if (!transport.hasTls() && transport.trustedProxies() == null) {
            wrong.add("Varken TLS (server.ssl.certificate) eller betrodd proxy (vardmote.trusted-proxies) är angiven.");
        }
        readable("server.ssl.certificate", transport.certificate());
        readable("server.ssl.certificate-private-key", transport.privateKey());
        if (transport.trustedProxies() != null) proxies(transport.trustedProxies());
    }

    private void readable(String name, @Nullable String location) {
        if (location == null || location.startsWith("classpath:") || location.contains("-----BEGIN")) return;
        if (!Files.isReadable(Path.of(location.replaceFirst("^file:", ""))))
            wrong.add(name + ": filen " + location + " finns inte eller får inte läsas.");
    }

    private void proxies(String pattern) {
        try {
            if (NOBODY.stream().anyMatch(Pattern.compile(pattern).asMatchPredicate()))
                wrong.add("vardmote.trusted-proxies litar på vem som helst: ange bara era egna proxyers adresser.");
        } catch (PatternSyntaxException e) {
            wrong.add("vardmote.trusted-proxies är inget reguljärt uttryck: " + e.getDescription() + ".");
        }
    }

    /** The figures name nobody, but how much goes on is not everybody's business. */
    private void metrics() {
        String address = settings.transport().metricsAddress();
        if (address == null) return;
        try {
            InetAddress at = InetAddress.ofLiteral(address);
            boolean unique = at.getAddress().length == 16 && (at.getAddress()[0] & 0xfe) == 0xfc;
            if (at.isLoopbackAddress() || at.isSiteLocalAddress() || unique) return;
        } catch (IllegalArgumentException noAddress) {
            // Said below.
        }
        wrong.add("vardmote.metrics.address ska vara en adress på datorn själv eller på ett privat nät, inte " + address
                + ".");
    }

    private void data() {
        String data = settings.data();
        if (data == null) {
            wrong.add("vardmote.data saknas: mappen för hemligheter och granskningskedjans huvuden.");
        } else if (!isWritableFolder(data)) {
            wrong.add("vardmote.data: mappen " + data + " finns inte eller får inte skrivas i.");
        }
    }

    private static boolean isWritableFolder(String name) {
        try {
            Path folder = Path.of(name);
            return Files.isDirectory(folder) && Files.isWritable(folder);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void signIn() {
        service("vardmote.sign-in", settings.signIn());
        settings.accounts().forEach((name, service) -> service("vardmote.accounts.providers." + name, service));
    }

    private void service(String name, ServeSettings.@Nullable SignIn service) {
        if (service == null || service.issuer() == null || service.clientId() == null) {
            wrong.add(name
                    + " saknas: ange issuer, authorization-uri, token-uri, jwk-set-uri, client-id och client-secret.");
            return;
        }
        if (!https(service.issuer())
                || !https(service.authorizationUri())
                || !https(service.tokenUri())
                || !https(service.jwkSetUri())) {
            wrong.add(name + ": alla adresser till inloggningen ska vara https. Provmiljöns inloggning duger inte.");
        }
        weak(name + ".client-secret", service.clientSecret(), LEAST_SECRET);
    }

    private void media() {
        ServeSettings.Media media = settings.media();
        if (media == null || media.janus() == null) {
            wrong.add(
                    "vardmote.media.janus saknas: i drift bärs alla möten av en mediaserver, aldrig direkt mellan webbläsare.");
            return;
        }
        weak("vardmote.media.api-secret", media.apiSecret(), LEAST_SECRET);
        weak("vardmote.media.admin-key", media.adminKey(), LEAST_SECRET);
        weak("vardmote.media.room-key", media.roomKey(), LEAST_ROOM_KEY);
    }

    private void databases() {
        login("vardmote.database", settings.database())
                .ifPresent(login -> wrong.addAll(DatabaseChecks.ofMain("vardmote.database", login)));
        login("vardmote.keys-database", settings.keysDatabase())
                .ifPresent(login -> wrong.addAll(DatabaseChecks.ofKeys("vardmote.keys-database", login)));
    }

    private Optional<DatabaseLogin> login(String name, ServeSettings.@Nullable Login login) {
        if (login == null || !login.complete()) {
            wrong.add(name + " saknas: ange url, user och password.");
            return Optional.empty();
        }
        weak(name + ".password", login.password(), LEAST_SECRET);
        return Optional.of(login.login());
    }

    private void weak(String name, @Nullable String secret, int least) {
        if (secret == null || secret.length() < least || isTyped(secret)) {
            wrong.add(name + " är för kort eller ett standardvärde: minst " + least + " slumpade tecken.");
        }
    }

    private static boolean isTyped(String secret) {
        String plain = secret.toLowerCase(Locale.ROOT);
        return COMMON.stream().anyMatch(plain::contains)
                || plain.chars().allMatch(Character::isDigit)
                || plain.chars().distinct().count() < LEAST_DIFFERENT;
    }

    private static boolean https(@Nullable String address) {
        return address != null
                && address.startsWith("https://")
                && !HERE.matcher(address).lookingAt();
    }
}
