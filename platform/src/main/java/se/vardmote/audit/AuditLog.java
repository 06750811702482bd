package se.vardmote.audit;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.vocabulary.Identifier;

/**
 * Where events are written. Committed on a connection of its own before the call returns, whatever becomes of the
 * caller's transaction: write first, show afterwards. When writing fails the exception must stop the showing.
 */
public final class AuditLog {
    private final JdbcClient audit;

    /** @param audit on a pool of its own: one that joined the caller's transaction would be rolled back with it */
    public AuditLog(JdbcClient audit) {
        this.audit = audit;
    }

    public void record(AuditEvent... events) {
        record(List.of(events));
    }

    /** One insert and one commit for all: a list of rows shown, or something pushed to many listeners. */
    public void record(List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        audit.sql("""
                insert into audit.event (at, actor_kind, actor_id, actor_name, commission_id, care_provider_id,
                    care_unit_id, client_id, activity, action, object_type, object_id, outcome, ground)
                select * from unnest(:at::timestamptz[], :actorKind::text[], :actorId::uuid[], :actorName::text[],
                    :commission::uuid[], :careProvider::uuid[], :careUnit::uuid[], :client::uuid[], :activity::text[],
                    :action::text[], :objectType::text[], :objectId::uuid[], :outcome::text[], :ground::text[])
                """)
                .param("at", column(events, AuditEvent::at))
                .param("actorKind", column(events, AuditEvent::actorKind))
                .param("actorId", column(events, AuditEvent::actorId))
                .param("actorName", column(events, AuditEvent::actorName))
                .param("commission", column(events, event -> id(event.commissionId())))
                .param("careProvider", column(events, event -> id(event.careProviderId())))
                .param("careUnit", column(events, event -> id(event.careUnitId())))
                .param("client", column(events, event -> id(event.clientId())))
                .param("activity", column(events, AuditEvent::activity))
                .param("action", column(events, AuditEvent::action))
                .param("objectType", column(events, AuditEvent::objectType))
                .param("objectId", column(events, AuditEvent::objectId))
                .param("outcome", column(events, AuditEvent::outcome))
                .param("ground", column(events, AuditEvent::ground))
                .update();
    }

    private static @Nullable Object id(@Nullable Identifier identifier) {
        return identifier == null ? null : identifier.value();
    }

    private static @Nullable String[] column(List<AuditEvent> events, Function<AuditEvent, @Nullable Object> value) {
        @Nullable String[] column = new @Nullable String[events.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = value.apply(events.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
