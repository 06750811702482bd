package se.vardmote.directory.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;

/**
 * Files between the report and the reading in: one a person, for a day at most. One with identity numbers lies with the
 * clients, where alone numbers lie.
 */
@Component
class SentFiles {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final List<String> TABLES = List.of("organisation.import_draft", "clients.import_draft");
    private final JdbcClient database;
    private final Clock clock;

    SentFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Sent(DraftId id, Kind kind, byte[] content) {}

    void keep(SystemAdministrator by, Sent draft) {
        forBoth("delete from %s where staff_id = ?", by.staff().value());
        if (draft.kind() == Kind.PATIENTS) insert("clients.import_draft (", ") values (", by, draft);
        else insert("organisation.import_draft (kind, ", ") values (:kind, ", by, draft);
    }

    private void insert(String table, String values, SystemAdministrator by, Sent draft) {
        database.sql("insert into " + table + "id, care_provider_id, staff_id, content, sent_at" + values
                        + ":id, :provider, :staff, :content, :now)")
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
                        select kind, content from (
                            select id, care_provider_id, staff_id, kind, content, sent_at from organisation.import_draft
                            union all
                            select id, care_provider_id, staff_id, :patients, content, sent_at from clients.import_draft
                        ) sent
                        where id = :id and care_provider_id = :provider and staff_id = :staff and sent_at > :oldest""")
                .param("patients", Kind.PATIENTS.name())
                .param("id", id.value())
                .param("provider", by.careProvider().value())
                .param("staff", by.staff().value())
                .param("oldest", now().minus(KEPT))
                .query((row, n) -> new Sent(id, Kind.valueOf(row.getString("kind")), row.getBytes("content")))
                .optional();
    }

    void remove(DraftId id) {
        forBoth("delete from %s where id = ?", id.value());
    }

    void removeOld() {
        forBoth("delete from %s where sent_at <= ?", now().minus(KEPT));
    }

    private void forBoth(String statement, Object value) {
        for (String table : TABLES)
            database.sql(statement.formatted(table)).param(value).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
