package se.vardmote.access.card;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Token;
import se.vardmote.access.signin.Refusal;
import se.vardmote.vocabulary.HsaId;

/**
 * Sign-ins with a card on their way: off to the card port, back with a token that is used once, within seconds, in the
 * browser that left. Sessions are made at the ordinary origin only, so that their cookie belongs there.
 */
@Component
public class CardSignIns {
    /** From leaving to having chosen the certificate and typed the PIN. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Where the card port sends the browser. */
    public static final String ANSWER = "/logga-in/kort/svar";

    public static final String HANDED_OVER = "overlamning";

    static final Duration HAND_OVER = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final Clock clock;

    public CardSignIns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A browser that leaves for the card port.
     *
     * @param browser goes to it as a cookie
     * @param visit goes into the address
     */
    public record Left(Token browser, Token visit) {}

    /** Where the card port sends the browser, with what. */
    record Back(URI origin, Token handOver) {}

    /** Back at the ordinary origin; without a hand-over for one whose visit we do not know. */
    static String answerPath(@Nullable Token handOver) {
        return ANSWER + (handOver == null ? "" : "?" + HANDED_OVER + "=" + handOver.text());
    }

    public Left begin(URI origin) {
        var left = new Left(Token.fresh(), Token.fresh());
        database.sql("""
                        insert into access.card_sign_in (visit_hash, browser_hash, origin, expires_at)
                        values (:visit, :browser, :origin, :expires)""")
                .param("visit", left.visit().hash())
                .param("browser", left.browser().hash())
                .param("origin", origin.toString())
                .param("expires", now().plus(PATIENCE))
                .update();
        return left;
    }

    boolean isWaiting(Token visit) {
        return database.sql("""
                        select exists (select from access.card_sign_in
                                       where visit_hash = :visit and hand_over_hash is null and expires_at > :now)""")
                .param("visit", visit.hash())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Writes down what the card said; empty when the visit is unknown, was used or is too old. */
    Optional<Back> handOver(Token visit, CardReading reading) {
        Token handOver = Token.fresh();
        return database.sql("""
                        update access.card_sign_in
                        set hand_over_hash = :handOver, hsa_id = :hsaId, refusal = :refusal, expires_at = :expires
                        where visit_hash = :visit and hand_over_hash is null and expires_at > :now
                        returning origin""")
                .param("handOver", handOver.hash())
                .param("hsaId", reading.hsaId().map(HsaId::value).orElse(null))
                .param(
                        "refusal",
                        reading instanceof CardReading.Refused refused
                                ? refused.why().name()
                                : null)
                .param("expires", now().plus(HAND_OVER))
                .param("visit", visit.hash())
                .param("now", now())
                .query(String.class)
                .optional()
                .map(origin -> new Back(URI.create(origin), handOver));
    }

    /** What was handed over, once; empty for another browser's, and then nobody has it any more. */
    public Optional<CardReading> take(Token handOver, Token browser) {
        return database.sql("""
                        delete from access.card_sign_in where hand_over_hash = :handOver
                        returning browser_hash, hsa_id, refusal, expires_at > :now as valid""")
                .param("handOver", handOver.hash())
                .param("now", now())
                .query(Row.class)
                .optional()
                .filter(row -> row.valid() && Arrays.equals(row.browserHash(), browser.hash()))
                .map(CardSignIns::reading);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            byte[] browserHash,
            @Nullable String hsaId,
            @Nullable String refusal,
            boolean valid) {}

    private static CardReading reading(Row row) {
        HsaId id = row.hsaId() == null ? null : HsaId.of(row.hsaId());
        if (row.refusal() != null) return new CardReading.Refused(Refusal.valueOf(row.refusal()), id);
        if (id == null) throw new IllegalStateException("a card of nobody");
        return new CardReading.Holder(id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
