package se.vardmote.organisation.meetingright;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.meetingright.MeetingPolicy.Routine;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** What care providers and heads of units have decided about digital meetings, and who has read the routine. */
@Component
public class MeetingPolicies {
    private final JdbcClient database;
    private final Clock clock;

    public MeetingPolicies(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public MeetingPolicy of(CareProviderId careProvider) {
        return database.sql("""
                        select meeting_right_from, multi_party, remote_routine, remote_routine_version
                        from organisation.care_provider where id = :provider""")
                .param("provider", careProvider.value())
                .query((row, n) -> new MeetingPolicy(
                        row.getObject("meeting_right_from", LocalDate.class),
                        row.getBoolean("multi_party"),
                        routine(row.getString("remote_routine"), row.getString("remote_routine_version"))))
                .single();
    }

    public void keep(CareProviderId careProvider, MeetingPolicy policy) {
        Routine routine = policy.routine();
        database.sql("""
                        update organisation.care_provider set meeting_right_from = :from, multi_party = :multiParty,
                            remote_routine = :routine, remote_routine_version = :version where id = :provider""")
                .param("provider", careProvider.value())
                .param("from", policy.rightFrom())
                .param("multiParty", policy.multiParty())
                .param("routine", routine == null ? null : routine.where())
                .param("version", routine == null ? null : routine.version())
                .update();
    }

    /** How many hold a licence and a commission for care on a day, and have neither the right nor some days of it. */
    public int withoutRight(CareProviderId careProvider, LocalDate day) {
        return database.sql("""
                        select count(distinct s.id) from organisation.commission c
                        join organisation.staff s on s.id = c.staff_id and s.licensed
                        where c.care_provider_id = :provider and c.care_unit_id is not null
                          and lower(c.purpose) = lower('Vård och behandling')
                          and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                          and not exists (select from organisation.meeting_right r
                            where r.staff_id = s.id and r.care_provider_id = :provider and r.state = 'GRANTED')
                          and not exists (select from organisation.temporary_meeting_right t
                            where t.staff_id = s.id and t.care_provider_id = :provider and t.ended_at is null
                              and :day between t.first_day and t.last_day)""")
                .param("provider", careProvider.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** The kinds of care that the head of a unit has found to suit; empty when nobody has said. */
    public Optional<Set<CallReason>> suitableAt(CareUnitId unit) {
        Set<CallReason> suits = EnumSet.noneOf(CallReason.class);
        var said = database.sql("select reason, suits from organisation.suitable_care where care_unit_id = :unit")
                .param("unit", unit.value())
                .query((row, n) -> {
                    if (row.getBoolean("suits")) suits.add(CallReason.valueOf(row.getString("reason")));
                    return true;
                })
                .list();
        return said.isEmpty() ? Optional.empty() : Optional.of(suits);
    }

    public void keepSuitable(CareProviderId careProvider, CareUnitId unit, Set<CallReason> suitable) {
        for (CallReason reason : CallReason.values()) {
            database.sql("""
                            insert into organisation.suitable_care (care_unit_id, care_provider_id, reason, suits)
                            values (:unit, :provider, :reason, :suits)
                            on conflict (care_unit_id, reason) do update set suits = excluded.suits""")
                    .param("unit", unit.value())
                    .param("provider", careProvider.value())
                    .param("reason", reason.name())
                    .param("suits", suitable.contains(reason))
                    .update();
        }
    }

    public boolean hasRead(CareProviderId careProvider, StaffId staff, String version) {
        return database.sql("""
                        select exists (select from organisation.routine_reading
                            where care_provider_id = :provider and staff_id = :staff and version = :version)""")
                .param("provider", careProvider.value())
                .param("staff", staff.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    public void read(CareProviderId careProvider, StaffId staff, String version) {
        database.sql("""
                        insert into organisation.routine_reading (care_provider_id, staff_id, version, read_at)
                        values (:provider, :staff, :version, :now) on conflict do nothing""")
                .param("provider", careProvider.value())
                .param("staff", staff.value())
                .param("version", version)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Routine routine(@Nullable String where, @Nullable String version) {
        return where == null || version == null ? null : new Routine(where, version);
    }
}
