package se.vardmote.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Assurance;
import se.vardmote.access.Token;
import se.vardmote.access.WayIn;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Those who are identified and still have to say in which commission they work. They can reach nothing else. */
@Component
public class CommissionChoices {
    static final Duration LIFE = Duration.ofMinutes(10);
    private final JdbcClient database;
    private final Clock clock;

    public CommissionChoices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param careProvider whose account it was; null for those who showed a card */
    record Chooser(
            StaffId staff,
            Assurance assurance,
            WayIn way,
            @Nullable CareProviderId careProvider) {}

    Token begin(Chooser chooser) {
        Token token = Token.fresh();
        database.sql("""
                        insert into access.commission_choice (token_hash, staff_id, assurance, way, care_provider_id, expires_at)
                        values (:token, :staff, :assurance, :way, :provider, :expires)""")
                .param("token", token.hash())
                .param("staff", chooser.staff().value())
                .param("assurance", chooser.assurance().name())
                .param("way", chooser.way().name())
                .param(
                        "provider",
                        chooser.careProvider() == null
                                ? null
                                : chooser.careProvider().value())
                .param("expires", now().plus(LIFE))
                .update();
        return token;
    }

    Optional<Chooser> of(Token token) {
        return database.sql("""
                        select staff_id, assurance, way, care_provider_id from access.commission_choice
                        where token_hash = :token and expires_at > :now""")
                .param("token", token.hash())
                .param("now", now())
                .query((row, n) -> new Chooser(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        Assurance.valueOf(row.getString("assurance")),
                        WayIn.valueOf(row.getString("way")),
                        careProvider(row.getObject("care_provider_id", UUID.class))))
                .optional();
    }

    /** @return whether it was still there: of two answers at once, one counts */
    boolean end(Token token) {
        return database.sql("delete from access.commission_choice where token_hash = :token")
                        .param("token", token.hash())
                        .update()
                == 1;
    }

    private static @Nullable CareProviderId careProvider(@Nullable UUID id) {
        return id == null ? null : new CareProviderId(id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
