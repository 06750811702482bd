package se.vardmote.directory.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;

/** Files between the report and the reading in: one a person, for a day at most. */
@Component
class SentFiles {
    private static final Duration KEPT = Duration.ofDays(1);
    private final JdbcClient database;
    private final Clock clock;

    SentFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Sent(DraftId id, Kind kind, byte[] content) {}

    void keep(SystemAdministrator by, Sent draft) {
        database.sql("delete from organisation.import_draft where staff_id = ?")
                .param(by.staff().value())
                .update();
        database.sql("""
                        insert into organisation.import_draft (id, care_provider_id, staff_id, kind, content, sent_at)
                        values (:id, :provider, :staff, :kind, :content, :now)""")
                .param("id", draft.id().value())
                .param("provider", by.careProvider().value())
                .param("staff", by.staff().value())
                .param("kind", draft.kind().name())
                .param("content", draft.content())
                .param("now", now())
                .update();
    }

    /** One's own only. */
    Optional<Sent> find(SystemAdministrator by, DraftId id) {
        return database.sql("""
                        select kind, content from organisation.import_draft
                        where id = :id and care_provider_id = :provider and staff_id = :staff and sent_at > :oldest""")
                .param("id", id.value())
                .param("provider", by.careProvider().value())
                .param("staff", by.staff().value())
                .param("oldest", now().minus(KEPT))
                .query((row, n) -> new Sent(id, Kind.valueOf(row.getString("kind")), row.getBytes("content")))
                .optional();
    }

    void remove(DraftId id) {
        database.sql("delete from organisation.import_draft where id = ?")
                .param(id.value())
                .update();
    }

    void removeOld() {
        database.sql("delete from organisation.import_draft where sent_at <= ?")
                .param(now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
