package se.vardmote.retention;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * What is kept and forgotten together. Content (chat, typed names and numbers, reasons in words) is written only as
 * what {@link #encrypt} returns; once the unit is forgotten nobody can read it, whatever backup the rows are in.
 *
 * <p>AES-256-GCM with a key a unit; unit and field are bound to each text, so that it can be neither moved nor taken for
 * another.
 */
public final class RetentionUnits {
    private static final byte FORMAT = 1;

    private final JdbcClient main;
    private final DataKeys keys;
    private final Clock clock;

    /**
     * @param main joins the caller's transaction
     * @param keys on the database {@code keys}; commits by itself
     */
    public RetentionUnits(JdbcClient main, JdbcClient keys, KeyWrapping wrapping, Clock clock) {
        this.main = main;
        this.keys = new DataKeys(keys, wrapping, clock);
        this.clock = clock;
    }

    /**
     * Opens a unit in the caller's transaction. Its key is there already if that is rolled back: a key without a unit
     * unlocks nothing.
     *
     * @throws ProblemException {@link RetentionProblem.WrongKey}
     */
    public RetentionUnitId open(CareProviderId careProvider) {
        return open(careProvider, null);
    }

    /** Opens the unit of the documentation of some content: a hold on the content holds it too. */
    public RetentionUnitId openWith(RetentionUnitId content, CareProviderId careProvider) {
        return open(careProvider, content.value());
    }

    private RetentionUnitId open(CareProviderId careProvider, @Nullable UUID keptWith) {
        RetentionUnitId unit = RetentionUnitId.next();
        keys.make(unit, careProvider);
        main.sql("""
                insert into retention.unit (id, care_provider_id, kept_with, opened_at)
                values (:id, :careProvider, :keptWith, :now)""")
                .param("id", unit.value())
                .param("careProvider", careProvider.value())
                .param("keptWith", keptWith, Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return unit;
    }

    /**
     * @param field names the place of the text, exactly enough that two texts of a unit never share it:
     *     {@code drop-in.patient-name}, {@code message.<id>}
     * @return for a {@code bytea} column: format, 12 bytes of nonce, text, 16 bytes of tag
     * @throws ProblemException {@link RetentionProblem.Forgotten} or {@link RetentionProblem.WrongKey}
     */
    public byte[] encrypt(RetentionUnitId unit, String field, String plain) {
        return encryptBytes(unit, field, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #encrypt}, of what is no text: a picture. */
    public byte[] encryptBytes(RetentionUnitId unit, String field, byte[] plain) {
        Aead key = keys.of(unit);
        try {
            byte[] sealed = key.encrypt(plain, context(unit, field));
            byte[] stored = new byte[sealed.length + 1];
            stored[0] = FORMAT;
            System.arraycopy(sealed, 0, stored, 1, sealed.length);
            return stored;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Content could not be encrypted", e);
        }
    }

    /**
     * @throws ProblemException {@link RetentionProblem.Forgotten}, {@link RetentionProblem.Unreadable} or
     *     {@link RetentionProblem.WrongKey}
     */
    public String decrypt(RetentionUnitId unit, String field, byte[] sealed) {
        return new String(decryptBytes(unit, field, sealed), StandardCharsets.UTF_8);
    }

    /** As {@link #decrypt}, of what {@link #encryptBytes} returned. */
    public byte[] decryptBytes(RetentionUnitId unit, String field, byte[] sealed) {
        Aead key = keys.of(unit);
        if (sealed.length == 0 || sealed[0] != FORMAT) {
            throw new ProblemException(new RetentionProblem.Unreadable(unit, field));
        }
        try {
            return key.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), context(unit, field));
        } catch (GeneralSecurityException changedOrMoved) {
            throw new ProblemException(new RetentionProblem.Unreadable(unit, field));
        }
    }

    /**
     * Says that the unit is content, and from when its sixty days count ({@link KeepUntil}): the last change of state, in
     * the end the end. Without it a unit is documentation, which no purge takes. In the caller's transaction.
     */
    public void keepFrom(RetentionUnitId unit, Instant changed) {
        main.sql("update retention.unit set counts_from = :changed where id = :id and forgotten_at is null")
                .param("changed", Timestamp.from(changed))
                .param("id", unit.value())
                .update();
    }

    /**
     * Says when documentation was last signed, and entered in another record, if it was: how long it is kept follows from the care
     * provider's {@link RecordPolicy}. In the caller's transaction.
     */
    public void documented(RetentionUnitId unit, Instant signed, @Nullable Instant entered) {
        RecordPolicy policy = main.sql("""
                        select place, years from retention.record_policy p
                        join retention.unit u using (care_provider_id) where u.id = :id""")
                .param("id", unit.value())
                .query((row, n) ->
                        new RecordPolicy(RecordPolicy.Place.valueOf(row.getString("place")), row.getInt("years")))
                .optional()
                .orElse(RecordPolicy.USUAL);
        main.sql(
                        "update retention.unit set keep_until = :until where id = :id and forgotten_at is null and counts_from is null")
                .param("until", policy.lastDay(signed, entered).orElse(null), Types.DATE)
                .param("id", unit.value())
                .update();
    }

    /**
     * Takes the unit's key away for good; again does nothing more. On other nodes it may be in memory for five minutes
     * yet. Removing the rows is up to the modules that own them.
     */
    public void forget(RetentionUnitId unit) {
        forget(List.of(unit));
    }

    /** The same for many. Keys first: cut short in between, the units are forgotten again. */
    public void forget(Collection<RetentionUnitId> units) {
        keys.delete(units);
        main.sql("update retention.unit set forgotten_at = :now where id = any(:ids) and forgotten_at is null")
                .param("ids", array(units))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** When the unit was forgotten; empty while it is not. */
    public Optional<Instant> forgottenAt(RetentionUnitId unit) {
        return main.sql("select forgotten_at from retention.unit where id = :id and forgotten_at is not null")
                .param("id", unit.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The last day on which the content can be read, holds apart; empty for documentation and for what is forgotten. */
    public Optional<LocalDate> lastDay(RetentionUnitId unit) {
        return main.sql("""
                        select counts_from from retention.unit
                        where id = :id and forgotten_at is null and counts_from is not null""")
                .param("id", unit.value())
                .query(Timestamp.class)
                .optional()
                .map(from -> KeepUntil.from(from.toInstant()).lastDay());
    }

    static UUID[] array(Collection<RetentionUnitId> units) {
        return units.stream().map(RetentionUnitId::value).toArray(UUID[]::new);
    }

    private static byte[] context(RetentionUnitId unit, String field) {
        return ("content " + unit + " " + field).getBytes(StandardCharsets.UTF_8);
    }
}
