package se.vardmote.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.access.codes.CodeTries.Kept;
import se.vardmote.access.codes.DigitCode;
import se.vardmote.access.codes.Place;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.Parsed;

/**
 * Six digits that a professional reads out and that lead to one call. Valid for ten minutes; for tries
 * see {@link CodeTries}. What must be right beside the code is judged in the same try, so that a guessed code tells nothing.
 */
@Component
public class CallCodes {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LOCATORS_TO_TRY = 200;
    private static final String PURPOSE = "call";
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ShortCodes codes;
    private final CodeTries tries;
    private final Clock clock;

    public CallCodes(
            JdbcClient database, TransactionTemplate transactions, ShortCodes codes, CodeTries tries, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.codes = codes;
        this.tries = tries;
        this.clock = clock;
    }

    /** A code as it is read out: {@code 123456}. */
    public record Issued(UUID call, String code, Instant until) {}

    /** Where a code leads. */
    public record Led(CareProviderId careProvider, UUID call) {}

    /** What was typed beside the digits. */
    public interface Beside {
        boolean right();
    }

    /** What came of a try. */
    public sealed interface Tried<B extends Beside> {
        /** The digits are right; whether the rest is, {@code beside} says. */
        record Digits<B extends Beside>(B beside) implements Tried<B> {}

        record Wrong<B extends Beside>() implements Tried<B> {}

        /** So many have been wrong from there that nothing was compared. */
        record TooMany<B extends Beside>() implements Tried<B> {}
    }

    /** Whether somebody may have typed such a code: six digits, whatever stands between them. */
    public static boolean looksLike(String typed) {
        return DigitCode.parse(typed) instanceof Parsed.Valid;
    }

    /**
     * A new code to a call; an earlier one ends.
     *
     * @throws IllegalStateException when hundreds of codes are valid at once and none is free
     */
    public Issued issue(CareProviderId careProvider, UUID call) {
        Instant until = clock.instant().plus(LIFE);
        return transactions.execute(status -> {
            end(call);
            for (int i = 0; i < LOCATORS_TO_TRY; i++) {
                String locator = ShortCodes.freshDigits();
                byte[] nonce = ShortCodes.freshNonce();
                if (insert(locator, nonce, careProvider, call, until)) return shown(call, locator, nonce, until);
            }
            throw new IllegalStateException("no call code is free");
        });
    }

    /** Of some calls, those whose code still opens. */
    public Map<UUID, Issued> of(Collection<UUID> calls) {
        if (calls.isEmpty()) return Map.of();
        return database
                .sql("""
                        select locator, nonce, call_id, expires_at from access.call_code
                        where call_id = any(:calls) and expires_at > :now and tries < :most""")
                .param("calls", calls.toArray(UUID[]::new))
                .param("now", at(clock.instant()))
                .param("most", Kept.CALL.everywhere())
                .query((row, n) -> shown(
                        row.getObject("call_id", UUID.class),
                        row.getString("locator"),
                        row.getBytes("nonce"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Issued::call, Function.identity()));
    }

    /** The code of a call opens nothing any longer. */
    public void end(UUID call) {
        database.sql("delete from access.call_code where call_id = ?")
                .params(call)
                .update();
    }

    /**
     * Compares a code with what was typed beside it, which {@code read} holds against where the code leads; it is asked whether
     * or not the digits are right. A try with both wrong could never have opened anything, and locks for nobody but its own
     * place: only one that had half of it right counts for all.
     *
     * @param address from which it was typed
     */
    public <B extends Beside> Tried<B> attempt(String typed, String address, Function<Led, Optional<B>> read) {
        if (!(DigitCode.parse(typed) instanceof Parsed.Valid<DigitCode>(DigitCode code))) return new Tried.Wrong<>();
        Place from = Place.of(address);
        return transactions.execute(status -> {
            if (!tries.countAllFrom(from)) return new Tried.TooMany<>();
            return tries.countHere(Kept.CALL, code.locator(), from)
                    .flatMap(nonce -> judged(code, nonce, from, read))
                    .<Tried<B>>map(Tried.Digits::new)
                    .orElseGet(Tried.Wrong::new);
        });
    }

    private <B extends Beside> Optional<B> judged(
            DigitCode typed, byte[] nonce, Place from, Function<Led, Optional<B>> read) {
        Optional<B> beside = led(nonce).flatMap(read);
        boolean digits = codes.fits(typed, PURPOSE, nonce);
        boolean rest = beside.filter(Beside::right).isPresent();
        if (!(digits || rest) || !tries.countForAll(Kept.CALL, nonce)) return Optional.empty();
        if (digits && rest) tries.forgive(Kept.CALL, nonce, from);
        return digits ? beside : Optional.empty();
    }

    private Optional<Led> led(byte[] nonce) {
        return database.sql("select care_provider_id, call_id from access.call_code where nonce = ?")
                .params(nonce)
                .query((row, n) -> new Led(
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        row.getObject("call_id", UUID.class)))
                .optional();
    }

    private Issued shown(UUID call, String locator, byte[] nonce, Instant until) {
        return new Issued(call, codes.digits(PURPOSE, locator, nonce).text(), until);
    }

    private boolean insert(String locator, byte[] nonce, CareProviderId careProvider, UUID call, Instant until) {
        return database.sql("""
                        insert into access.call_code as code (locator, nonce, care_provider_id, call_id, expires_at)
                        values (:locator, :nonce, :provider, :call, :until)
                        on conflict (locator) do update
                        set nonce = excluded.nonce, care_provider_id = excluded.care_provider_id,
                            call_id = excluded.call_id, expires_at = excluded.expires_at, tries = 0
                        where code.expires_at <= :now""")
                        .param("locator", locator)
                        .param("nonce", nonce)
                        .param("provider", careProvider.value())
                        .param("call", call)
                        .param("until", at(until))
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
