package se.vardmote.assessment.planned;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.ShownDay;
import se.vardmote.assessment.WhatUnitsDecide;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.StaffId;

/** The rows of calls that are agreed on. */
@Component
public class PlannedCalls {
    /** Calls a page. */
    public static final int PAGE = 50;

    /** Wrong identity numbers that lock a call at the device, and for how long. */
    static final int TRIES = 5;

    static final Duration LOCKED = Duration.ofMinutes(10);
    private static final int MOST_A_DAY = 200;
    static final int NAMES_TO_TRY = 100;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final JdbcClient jdbc;
    private final PlannedCallRows rows;

    public PlannedCalls(JdbcClient jdbc, RetentionUnits retention) {
        this.jdbc = jdbc;
        this.rows = new PlannedCallRows(retention);
    }

    /** The place of the last call of a page. */
    public record Place(Instant at, PlannedCallId id) {}

    /** @param next where the following page begins; null on the last */
    public record Page(List<PlannedCall> calls, @Nullable Place next) {}

    /** Keeps a new one under a name that is free; false when it has been kept before. */
    boolean add(PlannedCall call) {
        for (int i = 0; i < NAMES_TO_TRY; i++) {
            if (insert(call, freshName())) return true;
            if (exists(call.id())) return false;
        }
        throw new IllegalStateException("no name is free for a planned call");
    }

    /** Lists and devices show neither name nor number of theirs from now on. */
    void hide(CareProviderId careProvider, ClientId client) {
        jdbc.sql("""
                        update assessment.planned_call set protected_identity = true
                        where care_provider_id = ? and client_id = ? and not protected_identity""").params(careProvider.value(), client.value()).update();
    }

    private boolean insert(PlannedCall call, String name) {
        return jdbc.sql("""
                        insert into assessment.planned_call (id, care_provider_id, receiving_unit_id, retention_unit_id,
                            client_id, staff_id, home_unit_id, by_care_worker, purposes, reason, channel, profession, protected_identity,
                            patient_name_sealed, staff_name_sealed, staff_phone_sealed, planned_at, at, call_name, day,
                            series_id, state)
                        values (:id, :provider, :receiving, :conversation, :client, :staff, :home, :byCareWorker, :purposes,
                            :reason, :channel, :profession, :protected, :patientName, :staffName, :staffPhone, :plannedAt, :at, :name,
                            :day, :series, 'PLANNED')
                        on conflict do nothing""")
                        .param("id", call.id().value())
                        .param("provider", call.careProvider().value())
                        .param("receiving", call.receivingUnit().value())
                        .param("conversation", call.conversation().value())
                        .param("client", call.client().value())
                        .param("staff", call.staff().value())
                        .param(
                                "home",
                                call.homeUnit() == null ? null : call.homeUnit().value())
                        .param("byCareWorker", call.byCareWorker())
                        .param(
                                "purposes",
                                call.purposes().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("reason", call.reason().name())
                        .param("channel", call.channel().name())
                        .param(
                                "profession",
                                call.profession() == null
                                        ? null
                                        : call.profession().name())
                        .param("protected", call.protectedIdentity())
                        .param(
                                "patientName",
                                rows.seal(
                                        call,
                                        PlannedCallRows.PATIENT,
                                        call.typed().patientName()))
                        .param(
                                "staffName",
                                rows.seal(
                                        call,
                                        PlannedCallRows.STAFF,
                                        call.typed().staffName()))
                        .param(
                                "staffPhone",
                                rows.seal(
                                        call,
                                        PlannedCallRows.PHONE,
                                        call.typed().staffPhone().e164()))
                        .param("plannedAt", utc(call.plannedAt()))
                        .param("at", utc(call.at()))
                        .param("name", name)
                        .param("day", day(call.at()))
                        .param("series", call.series())
                        .update()
                == 1;
    }

    private boolean exists(PlannedCallId id) {
        return jdbc.sql("select exists (select from assessment.planned_call where id = ?)")
                .params(id.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<PlannedCall> find(CareProviderId careProvider, PlannedCallId id) {
        return some("care_provider_id = ? and id = ?", careProvider.value(), id.value()).stream()
                .findFirst();
    }

    /** One that a unit's devices show, or have shown. */
    Optional<PlannedCall> atHome(CareUnitId unit, PlannedCallId id) {
        return some("home_unit_id = ? and id = ? and state in ('PLANNED', 'CAME')", unit.value(), id.value()).stream()
                .findFirst();
    }

    /** What a unit's devices show at an instant: those of {@link ShownDay} to which somebody may come. */
    public List<PlannedCall> shownAt(CareUnitId unit, Instant now) {
        ShownDay shown = ShownDay.at(now);
        return some(
                "home_unit_id = ? and day between ? and ? and at >= ? and at < ? and state = 'PLANNED' order by at, id limit "
                        + MOST_A_DAY,
                unit.value(),
                day(shown.from()),
                day(shown.to()),
                utc(shown.from()),
                utc(shown.to()));
    }

    /** A professional's own of {@link ShownDay}: those to come, and those to whom nobody came. */
    public List<PlannedCall> ofDay(CareProviderId careProvider, StaffId staff, Instant now) {
        ShownDay shown = ShownDay.at(now);
        return some(
                "care_provider_id = ? and staff_id = ? and at >= ? and at < ? and state in ('PLANNED', 'MISSED') order by at, id limit "
                        + MOST_A_DAY,
                careProvider.value(),
                staff.value(),
                utc(shown.from()),
                utc(shown.to()));
    }

    /** Those still to come at some units, earliest first. @param after null for the first page */
    public Page coming(CareProviderId careProvider, List<CareUnitId> units, @Nullable Place after) {
        UUID[] ids = units.stream().map(CareUnitId::value).toArray(UUID[]::new);
        List<PlannedCall> found = after == null
                ? some(
                        "care_provider_id = ? and receiving_unit_id = any(?) and state = 'PLANNED' order by at, id limit "
                                + (PAGE + 1),
                        careProvider.value(),
                        ids)
                : some(
                        "care_provider_id = ? and receiving_unit_id = any(?) and state = 'PLANNED' and (at, id) > (?, ?) order by at, id limit "
                                + (PAGE + 1),
                        careProvider.value(),
                        ids,
                        utc(after.at()),
                        after.id().value());
        if (found.size() <= PAGE) return new Page(found, null);
        PlannedCall last = found.get(PAGE - 1);
        return new Page(found.subList(0, PAGE), new Place(last.at(), last.id()));
    }

    /** Those of the same series that are still to come, this one too. */
    public List<PlannedCall> followers(PlannedCall call) {
        if (call.series() == null) return List.of(call);
        return some("series_id = ? and state = 'PLANNED' and at >= ? order by at, id", call.series(), utc(call.at()));
    }

    /** Somebody comes: false when it is planned no longer. The row lock tells two at once apart. */
    boolean came(PlannedCallId id) {
        return moves(id, "CAME");
    }

    boolean cancel(PlannedCallId id) {
        return moves(id, "CANCELLED");
    }

    private boolean moves(PlannedCallId id, String state) {
        return jdbc.sql("update assessment.planned_call set state = ? where id = ? and state = 'PLANNED'")
                        .params(state, id.value())
                        .update()
                == 1;
    }

    /** Another time, and another name if that day has the present one already. False when it is planned no longer. */
    boolean move(PlannedCall call, Instant at) {
        String name = call.name();
        for (int i = 0; i < NAMES_TO_TRY; i++, name = freshName()) {
            Optional<Boolean> done = jdbc.sql("""
                            update assessment.planned_call p set at = :at, day = :day, call_name = :name
                            where id = :id and state = 'PLANNED' and not exists (
                                select from assessment.planned_call o where o.home_unit_id = p.home_unit_id and o.day = :day
                                    and o.call_name = :name and o.state = 'PLANNED' and o.id <> p.id)
                            returning true""")
                    .param("at", utc(at))
                    .param("day", day(at))
                    .param("name", name)
                    .param("id", call.id().value())
                    .query(Boolean.class)
                    .optional();
            if (done.isPresent()) return true;
            if (find(call.careProvider(), call.id())
                    .filter(now -> now.state() == PlannedCall.State.PLANNED)
                    .isEmpty()) return false;
        }
        throw new IllegalStateException("no name is free for a planned call");
    }

    /** To those nobody came within the time that each receiving unit waits; how many. */
    int miss(Instant now) {
        return jdbc.sql("""
                        update assessment.planned_call p set state = 'MISSED'
                        where state = 'PLANNED' and at < :soonest and at < :now - make_interval(mins => coalesce(
                            (select cast(s.value as integer)
                             from organisation.settings_of(array[p.receiving_unit_id], 'planned.missed-after') s), :usual))""")
                .param("soonest", utc(now.minus(Duration.ofMinutes(WhatUnitsDecide.LEAST_MISSED))))
                .param("now", utc(now))
                .param("usual", WhatUnitsDecide.MISSED_AFTER.usual())
                .update();
    }

    /**
     * Counts a try before the number is compared, so that many at once are not more than five.
     *
     * @return until when it is locked, when this try does not count any longer
     */
    Optional<Instant> countTry(PlannedCallId id, Instant now) {
        boolean counted = jdbc.sql("""
                        update assessment.planned_call set tries = case when tries >= :most then 1 else tries + 1 end,
                            locked_until = case when tries + 1 = :most then cast(:until as timestamptz) end
                        where id = :id and (locked_until is null or locked_until <= :now)""")
                        .param("most", TRIES)
                        .param("until", utc(now.plus(LOCKED)))
                        .param("id", id.value())
                        .param("now", utc(now))
                        .update()
                == 1;
        if (counted) return Optional.empty();
        return jdbc.sql("select locked_until from assessment.planned_call where id = ?")
                .params(id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void rightTry(PlannedCallId id) {
        jdbc.sql("update assessment.planned_call set tries = 0, locked_until = null where id = ?")
                .params(id.value())
                .update();
    }

    /** {@code condition} is one of our own, never anything that came in. */
    private List<PlannedCall> some(String condition, Object... values) {
        return jdbc.sql("select * from assessment.planned_call where " + condition)
                .params(values)
                .query((row, i) -> rows.read(row))
                .list();
    }

    /** A letter and two digits that nobody mistakes for others. */
    static String freshName() {
        String letters = "ABCDEFGHJKLMNPRSTVXYZ";
        String digits = "23456789";
        var random = new SecureRandom();
        return "" + letters.charAt(random.nextInt(letters.length())) + digits.charAt(random.nextInt(digits.length()))
                + digits.charAt(random.nextInt(digits.length()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SWEDEN);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
