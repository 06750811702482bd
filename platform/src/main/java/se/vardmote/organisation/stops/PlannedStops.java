package se.vardmote.organisation.stops;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.PlannedStopId;
import se.vardmote.vocabulary.StaffId;

/** Planned stops that are to come or go on. Every page asks, so each node remembers them until it hears of a change. */
@Component
public class PlannedStops {
    /** Of one care provider, to come or going on: more would be no announcement. */
    public static final int MOST = 20;

    private static final News.Topic TOPIC = new News.Topic("planned-stop");
    /** News is only a hint; and a unit that has moved in the tree has other parts. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST_OF_ALL = 2_000;
    private final JdbcClient database;
    private final News news;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Remembered remembered;

    public PlannedStops(JdbcClient database, News news, Clock clock) {
        this.database = database;
        this.news = news;
        this.clock = clock;
        news.listen(TOPIC, id -> forget());
        news.afterGap(this::forget);
    }

    private record Remembered(List<PlannedStop> stops, Instant at) {}

    /** Those of every care provider that are announced or go on now, earliest first. */
    public List<PlannedStop> told() {
        Instant now = clock.instant();
        Remembered known = remembered;
        if (known == null || known.at().plus(REMEMBERED).isBefore(now)) known = remember(now);
        return known.stops().stream().filter(stop -> stop.toldAt(now)).toList();
    }

    /** What was read before somebody changed something is used once and not kept. */
    private Remembered remember(Instant now) {
        long before = changes.get();
        var read = new Remembered(read(now, null), now);
        if (changes.get() == before) remembered = read;
        return read;
    }

    private void forget() {
        changes.incrementAndGet();
        remembered = null;
    }

    /** Those of one care provider that are to come or go on, also those not announced yet, earliest first. */
    public List<PlannedStop> coming(CareProviderId careProvider) {
        return read(clock.instant(), careProvider);
    }

    private List<PlannedStop> read(Instant now, @Nullable CareProviderId careProvider) {
        return database.sql("""
                        select s.*, array(
                            with recursive part as (
                                select u.id from organisation.care_unit u where u.id = any(s.care_unit_ids)
                                union
                                select u.id from part p join organisation.care_unit u on u.parent_unit_id = p.id)
                            select id from part) as reached
                        from organisation.planned_stop s
                        where taken_back_at is null and ends > :now
                            and (cast(:provider as uuid) is null or care_provider_id = cast(:provider as uuid))
                        order by starts, id limit :most""")
                .param("now", utc(now))
                .param("provider", careProvider == null ? null : careProvider.value())
                .param("most", MOST_OF_ALL)
                .query((row, n) -> read(row))
                .list();
    }

    public void announce(PlannedStop stop, StaffId by) {
        database.sql("""
                        insert into organisation.planned_stop (id, care_provider_id, care_unit_ids, text_sv, text_en,
                            announced_from, starts, ends, announced_by_staff_id)
                        values (:id, :provider, :units, :text, :english, :announced, :starts, :ends, :by)""")
                .param("id", stop.id().value())
                .param("provider", stop.careProvider().value())
                .param("units", stop.units().stream().map(CareUnitId::value).toArray(UUID[]::new))
                .param("text", stop.text())
                .param("english", stop.english())
                .param("announced", utc(stop.announcedFrom()))
                .param("starts", utc(stop.starts()))
                .param("ends", utc(stop.ends()))
                .param("by", by.value())
                .update();
        changed(stop.id());
    }

    /** It does not take place, or is over earlier. Another care provider's stays. */
    public void takeBack(CareProviderId careProvider, PlannedStopId id) {
        database.sql("""
                        update organisation.planned_stop set taken_back_at = :now
                        where id = :id and care_provider_id = :provider and taken_back_at is null""")
                .param("now", utc(clock.instant()))
                .param("id", id.value())
                .param("provider", careProvider.value())
                .update();
        changed(id);
    }

    /** Here at once, elsewhere when the news has come. */
    private void changed(PlannedStopId id) {
        forget();
        forget();
        news.tell(TOPIC, id.toString());
    }

    private static PlannedStop read(ResultSet row) throws SQLException {
        return new PlannedStop(
                new PlannedStopId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                units(row, "care_unit_ids"),
                units(row, "reached"),
                row.getString("text_sv"),
                row.getString("text_en"),
                row.getObject("announced_from", OffsetDateTime.class).toInstant(),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                row.getObject("ends", OffsetDateTime.class).toInstant());
    }

    private static Set<CareUnitId> units(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray())
                .map(CareUnitId::new)
                .collect(Collectors.toSet());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
