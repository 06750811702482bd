package se.vardmote.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.access.codes.CodeTries.Kept;
import se.vardmote.access.codes.Place;
import se.vardmote.access.codes.ShortCode;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Parsed;

/**
 * Codes for one who has no enrolled device: the professional reads six characters out in the phone call in which an
 * assessment call is agreed. Valid for ten minutes, once; for tries see {@link CodeTries}.
 */
@Component
public class DropInCodes {
    /** How long the one who typed a code may use the form. */
    public static final Duration INVITATION = Duration.ofMinutes(30);

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LOCATORS_TO_TRY = 200;
    private static final String PURPOSE = "drop-in";
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ShortCodes codes;
    private final CodeTries tries;
    private final Clock clock;

    public DropInCodes(
            JdbcClient database, TransactionTemplate transactions, ShortCodes codes, CodeTries tries, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.codes = codes;
        this.tries = tries;
        this.clock = clock;
    }

    /** A code as it is read out: six characters, such as {@code K7M4QX}. */
    public record Issued(String code, Instant until) {}

    /**
     * A new code to the professional's own unit.
     *
     * @throws IllegalStateException when hundreds of codes are valid at once and none is free
     */
    public Issued issue(StaffMember by) {
        Instant until = clock.instant().plus(LIFE);
        for (int i = 0; i < LOCATORS_TO_TRY; i++) {
            String locator = ShortCodes.freshLocator();
            byte[] nonce = ShortCodes.freshNonce();
            String code = codes.code(PURPOSE, locator, nonce).text();
            // Six digits are told by their shape: they lead to one call.
            if (!CallCodes.looksLike(code) && insert(locator, nonce, by, until)) return new Issued(code, until);
        }
        throw new IllegalStateException("no drop-in code is free");
    }

    /**
     * Exchanges a typed code for an invitation: give the token as {@link HostCookie#INVITATION}.
     *
     * @param address from which it was typed
     * @return refused with {@code code-missing}, {@code code-wrong} (also for one that is used, too old or locked) or, after
     *     too many from that place, {@code code-locked}
     */
    public Parsed<Token> redeem(String typed, String address) {
        return switch (ShortCode.parse(typed)) {
            case Parsed.Refused<ShortCode>(String reason) -> Parsed.refused(reason);
            case Parsed.Valid<ShortCode>(ShortCode code) -> attempt(code, Place.of(address));
        };
    }

    /** Who holds an invitation that has not expired. */
    public Optional<InvitedVisitor> holderOf(byte[] tokenHash) {
        return database.sql("""
                        select care_provider_id, receiving_unit_id from access.invitation
                        where token_hash = :token and expires_at > :now""")
                .param("token", tokenHash)
                .param("now", at(clock.instant()))
                .query((row, n) -> new InvitedVisitor(
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        new CareUnitId(row.getObject("receiving_unit_id", UUID.class))))
                .optional();
    }

    private Parsed<Token> attempt(ShortCode typed, Place from) {
        return transactions.execute(status -> {
            if (!tries.countAllFrom(from)) return Parsed.refused(ShortCode.LOCKED);
            return tries.count(Kept.DROP_IN, typed.locator(), from)
                    .filter(nonce -> codes.fits(typed, PURPOSE, nonce))
                    .flatMap(nonce -> invite(nonce, from))
                    .map(Parsed::valid)
                    .orElseGet(() -> Parsed.refused(ShortCode.WRONG));
        });
    }

    /** Empty for the second of two who were right at once. */
    private Optional<Token> invite(byte[] nonce, Place from) {
        Token token = Token.fresh();
        int invited = database.sql("""
                        with used as (
                          update access.drop_in_code set redeemed_at = :now where nonce = :nonce and redeemed_at is null
                          returning care_provider_id, receiving_unit_id, issued_by)
                        insert into access.invitation
                          (token_hash, care_provider_id, receiving_unit_id, issued_by, expires_at)
                        select :token, care_provider_id, receiving_unit_id, issued_by, :until from used""")
                .param("nonce", nonce)
                .param("token", token.hash())
                .param("now", at(clock.instant()))
                .param("until", at(clock.instant().plus(INVITATION)))
                .update();
        if (invited == 0) return Optional.empty();
        tries.forgive(Kept.DROP_IN, nonce, from);
        return Optional.of(token);
    }

    private boolean insert(String locator, byte[] nonce, StaffMember by, Instant until) {
        return database.sql("""
                        insert into access.drop_in_code as code
                          (locator, nonce, care_provider_id, receiving_unit_id, issued_by, expires_at)
                        values (:locator, :nonce, :provider, :unit, :by, :until)
                        on conflict (locator) do update
                        set nonce = excluded.nonce, care_provider_id = excluded.care_provider_id,
                            receiving_unit_id = excluded.receiving_unit_id, issued_by = excluded.issued_by,
                            expires_at = excluded.expires_at, tries = 0, redeemed_at = null
                        where code.expires_at <= :now or code.redeemed_at is not null""")
                        .param("locator", locator)
                        .param("nonce", nonce)
                        .param("provider", by.careProvider().value())
                        .param("unit", by.unit().value())
                        .param("by", by.staff().value())
                        .param("until", at(until))
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
