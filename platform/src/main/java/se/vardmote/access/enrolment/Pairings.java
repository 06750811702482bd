package se.vardmote.access.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Token;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.access.codes.CodeTries.Kept;
import se.vardmote.access.codes.Place;
import se.vardmote.access.codes.ShortCode;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Parsed;

/** The pairings under way: at most one a device, ten minutes each. */
@Component
public class Pairings {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final String PURPOSE = "pairing";
    private static final int LOCATORS_TO_TRY = 50;
    private final JdbcClient database;
    private final ShortCodes codes;
    private final CodeTries tries;
    private final Clock clock;

    public Pairings(JdbcClient database, ShortCodes codes, CodeTries tries, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.tries = tries;
        this.clock = clock;
    }

    /** Begins anew: an earlier code, typed or not, is worth nothing from here on. */
    void begin(DeviceId device, CareProviderId provider) {
        sweep();
        forget(device);
        for (int i = 0; i < LOCATORS_TO_TRY; i++) {
            if (insert(device, provider)) return;
        }
        throw new IllegalStateException("no pairing code is free");
    }

    /** The pairings of one care provider that have not expired. */
    Map<DeviceId, Pairing> of(CareProviderId provider) {
        Map<DeviceId, Pairing> underWay = new HashMap<>();
        database.sql("select * from access.pairing where care_provider_id = :provider and expires_at > :now")
                .param("provider", provider.value())
                .param("now", now())
                .query((row, n) -> underWay.put(new DeviceId(row.getObject("device_id", UUID.class)), pairing(row)))
                .list();
        return underWay;
    }

    /** Refused as {@link ShortCode} is. */
    Parsed<DeviceId> claim(ShortCode typed, Place from, Token by, List<String> words) {
        if (!tries.countAllFrom(from)) return Parsed.refused(ShortCode.LOCKED);
        return tries.count(Kept.PAIRING, typed.locator(), from)
                .filter(nonce -> codes.fits(typed, PURPOSE, nonce))
                .flatMap(nonce -> claimed(nonce, by, words, from))
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.refused(ShortCode.WRONG));
    }

    boolean confirm(DeviceId device, CareProviderId provider) {
        return database.sql("""
                        update access.pairing set confirmed_at = :now
                        where device_id = :device and care_provider_id = :provider
                          and claim_hash is not null and expires_at > :now""")
                        .param("device", device.value())
                        .param("provider", provider.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    Optional<Claim> claimOf(byte[] tokenHash) {
        return database.sql("""
                        select device_id, care_provider_id, words, confirmed_at is not null as confirmed
                        from access.pairing where claim_hash = :token and expires_at > :now""")
                .param("token", tokenHash)
                .param("now", now())
                .query((row, n) -> new Claim(
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        words(row),
                        row.getBoolean("confirmed")))
                .optional();
    }

    void forget(DeviceId device) {
        database.sql("delete from access.pairing where device_id = :device")
                .param("device", device.value())
                .update();
    }

    /** Removes what has expired. */
    private void sweep() {
        database.sql("delete from access.pairing where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private boolean insert(DeviceId device, CareProviderId provider) {
        return database.sql("""
                        insert into access.pairing (device_id, care_provider_id, locator, nonce, expires_at)
                        values (:device, :provider, :locator, :nonce, :expires)
                        on conflict (locator) do nothing""")
                        .param("device", device.value())
                        .param("provider", provider.value())
                        .param("locator", ShortCodes.freshLocator())
                        .param("nonce", ShortCodes.freshNonce())
                        .param("expires", expires())
                        .update()
                == 1;
    }

    private Optional<DeviceId> claimed(byte[] nonce, Token by, List<String> words, Place from) {
        Optional<DeviceId> device = database.sql("""
                        update access.pairing set claim_hash = :token, words = :words, expires_at = :expires
                        where nonce = :nonce and claim_hash is null returning device_id""")
                .param("nonce", nonce)
                .param("token", by.hash())
                .param("words", String.join(" ", words))
                .param("expires", expires())
                .query(UUID.class)
                .optional()
                .map(DeviceId::new);
        device.ifPresent(right -> tries.forgive(Kept.PAIRING, nonce, from));
        return device;
    }

    private Pairing pairing(ResultSet row) throws SQLException {
        Instant until = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        if (row.getObject("confirmed_at") != null) return new Pairing.Confirmed(until);
        if (row.getBytes("claim_hash") != null) return new Pairing.WordsShown(words(row), until);
        String code = codes.code(PURPOSE, row.getString("locator"), row.getBytes("nonce"))
                .text();
        return new Pairing.CodeShown(code, until);
    }

    private static List<String> words(ResultSet row) throws SQLException {
        return List.of(row.getString("words").split(" ", -1));
    }

    private OffsetDateTime expires() {
        return now().plus(LIFE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
