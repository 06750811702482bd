package se.vardmote.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.meetings.Conversations;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * Who is sought further when nobody answers somebody who waits. Every step is a row, taken once however many nodes look,
 * and is told to the one who waits.
 */
@Component
public class Escalations {
    private static final int MOST = 500;
    private static final Duration AFTERWARDS = Duration.ofHours(1);
    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final News news;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Escalations(
            JdbcClient jdbc,
            Conversations conversations,
            News news,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.news = news;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the order in which they are taken. */
    public enum Kind {
        /** Nobody on duty can be reached. */
        NOBODY,
        /** The cover has been sought. */
        COVER,
        /** The head of unit sees it. */
        HEAD
    }

    /** @param unit whose staff were sought */
    public record Step(Kind kind, CareUnitId unit, Instant at) {}

    /** Somebody who has waited too long; no name. */
    public record TooLong(CareUnitId unit, CallReason reason, Instant since) {}

    /** Call in the transaction of the knock. */
    void nobodyReachable(DropInId dropIn, CareProviderId careProvider, CareUnitId unit, Instant at) {
        jdbc.sql("""
                        insert into assessment.escalation (drop_in_id, care_provider_id, step, sought_unit_id, at)
                        values (?, ?, 'NOBODY', ?, ?) on conflict do nothing""")
                .params(dropIn.value(), careProvider.value(), unit.value(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Step> of(DropInId dropIn) {
        return jdbc.sql(
                        "select step, sought_unit_id, at from assessment.escalation where drop_in_id = ? order by at, step desc")
                .params(dropIn.value())
                .query((row, i) -> new Step(
                        Kind.valueOf(row.getString("step")),
                        new CareUnitId(row.getObject("sought_unit_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Which of these are sought at one of some units as cover. */
    public List<DropInId> soughtAt(CareProviderId careProvider, Collection<CareUnitId> units) {
        return jdbc.sql("""
                        select e.drop_in_id from assessment.escalation e join assessment.drop_in d on d.id = e.drop_in_id
                        where e.care_provider_id = ? and e.sought_unit_id = any(?) and e.step = 'COVER'
                            and d.state = 'WAITING' limit ?""")
                .params(
                        careProvider.value(),
                        units.stream().map(CareUnitId::value).toArray(UUID[]::new),
                        MOST)
                .query((row, i) -> new DropInId(row.getObject("drop_in_id", UUID.class)))
                .list();
    }

    /** Whether a unit is sought as cover for somebody. Afterwards it is for a while: who comes second is told who was first. */
    boolean covers(CareUnitId unit, DropInId dropIn) {
        return jdbc.sql("""
                        select exists (select from assessment.escalation e join assessment.drop_in d on d.id = e.drop_in_id
                            where e.drop_in_id = ? and e.step = 'COVER' and e.sought_unit_id = ?
                                and (d.state = 'WAITING' or e.at > ?))""")
                .params(
                        dropIn.value(),
                        unit.value(),
                        clock.instant().minus(AFTERWARDS).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Those who have waited too long at units that somebody is head of, longest first. */
    public List<TooLong> seenBy(StaffId head) {
        return jdbc.sql("""
                        select d.receiving_unit_id, d.reason, d.knocked_at
                        from organisation.head_of_unit h
                        join assessment.drop_in d on d.care_provider_id = h.care_provider_id
                            and d.receiving_unit_id = h.care_unit_id and d.state = 'WAITING'
                        join assessment.escalation e on e.drop_in_id = d.id and e.step = 'HEAD'
                        where h.staff_id = ? order by d.knocked_at, d.id limit ?""")
                .params(head.value(), MOST)
                .query((row, i) -> new TooLong(
                        new CareUnitId(row.getObject("receiving_unit_id", UUID.class)),
                        CallReason.valueOf(row.getString("reason")),
                        row.getObject("knocked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Takes every step that is due: for whoever still waits, at the limits of the unit; how many. */
    public int seekFurther() {
        return transactions.execute(status -> take("""
                        insert into assessment.escalation (drop_in_id, care_provider_id, step, sought_unit_id, at)
                        select d.id, d.care_provider_id, 'NOBODY', d.receiving_unit_id, :now
                        from assessment.drop_in d
                        where d.state = 'WAITING'
                            and not exists (select from assessment.on_duty o
                                where o.care_unit_id = d.receiving_unit_id and o.answered_at > :silent)
                            and not exists (select from assessment.escalation e where e.drop_in_id = d.id and e.step = 'NOBODY')
                        for update of d skip locked
                        on conflict do nothing returning drop_in_id, sought_unit_id, step""") + take("""
                        insert into assessment.escalation (drop_in_id, care_provider_id, step, sought_unit_id, at)
                        select d.id, d.care_provider_id, 'COVER', coalesce(sought.names_unit, d.receiving_unit_id), :now
                        from assessment.drop_in d
                        left join lateral organisation.settings_of(array[d.receiving_unit_id], 'waiting.cover') sought on true
                        left join lateral organisation.settings_of(array[d.receiving_unit_id], 'waiting.cover-after') l on true
                        where d.state = 'WAITING'
                            and d.knocked_at <= :now - make_interval(secs => coalesce(cast(l.value as double precision), :cover))
                            and not exists (select from assessment.escalation e where e.drop_in_id = d.id and e.step = 'COVER')
                        for update of d skip locked
                        on conflict do nothing returning drop_in_id, sought_unit_id, step""") + take("""
                        insert into assessment.escalation (drop_in_id, care_provider_id, step, sought_unit_id, at)
                        select d.id, d.care_provider_id, 'HEAD', d.receiving_unit_id, :now
                        from assessment.drop_in d
                        join assessment.escalation c on c.drop_in_id = d.id and c.step = 'COVER'
                        join organisation.head_of_unit h on h.care_unit_id = d.receiving_unit_id and h.staff_id is not null
                        left join lateral organisation.settings_of(array[d.receiving_unit_id], 'waiting.head-after') l on true
                        where d.state = 'WAITING'
                            and c.at <= :now - make_interval(secs => coalesce(cast(l.value as double precision), :head))
                            and not exists (select from assessment.escalation e where e.drop_in_id = d.id and e.step = 'HEAD')
                        for update of d skip locked
                        on conflict do nothing returning drop_in_id, sought_unit_id, step"""));
    }

    private int take(String steps) {
        List<Taken> taken = jdbc.sql("with taken as (" + steps + """
                        ) select t.drop_in_id, t.step, t.sought_unit_id, d.receiving_unit_id, d.retention_unit_id
                        from taken t join assessment.drop_in d on d.id = t.drop_in_id""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("silent", clock.instant().minus(Roster.SILENCE).atOffset(ZoneOffset.UTC))
                .param("cover", (double) UnitSetting.COVER_AFTER.toSeconds())
                .param("head", (double) UnitSetting.HEAD_AFTER.toSeconds())
                .query((row, i) -> Taken.read(row))
                .list();
        taken.forEach(this::tell);
        return taken.size();
    }

    private record Taken(
            DropInId dropIn, Kind step, CareUnitId sought, CareUnitId receiving, RetentionUnitId conversation) {
        static Taken read(ResultSet row) throws SQLException {
            return new Taken(
                    new DropInId(row.getObject("drop_in_id", UUID.class)),
                    Kind.valueOf(row.getString("step")),
                    new CareUnitId(row.getObject("sought_unit_id", UUID.class)),
                    new CareUnitId(row.getObject("receiving_unit_id", UUID.class)),
                    new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)));
        }
    }

    private void tell(Taken taken) {
        news.tell(DropInRoom.TOPIC, taken.receiving().toString());
        if (!taken.sought().equals(taken.receiving()))
            news.tell(DropInRoom.TOPIC, taken.sought().toString());
        if (taken.step() == Kind.HEAD) events.publishEvent(new HeadsAreTold.SoughtByHead(taken.dropIn()));
        conversations.changed(taken.conversation());
    }
}
