package se.vardmote.organisation.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.StaffId;

/** The units of one care provider, as its administrators see and keep them. */
@Component
public class Units {
    public static final int ON_A_PAGE = 50;
    private static final int MOST_NAMES = 500;
    private static final int MOST_BESIDE = 200;
    private final JdbcClient database;

    public Units(JdbcClient database) {
        this.database = database;
    }

    /** @param total how many there are on all pages */
    public record Page(List<UnitLine> lines, int total) {}

    /** Who is head. */
    public record Head(StaffId id, HsaId hsaId, String name) {}

    /** What stands beside a unit on its page. */
    public record Beside(
            Kind kind, String id, String name, @Nullable String detail) {
        public enum Kind {
            BELOW,
            STAFF,
            DEVICE
        }
    }

    /**
     * A page of the tree, parents before what is below them, or of what was searched for.
     *
     * @param search part of a name or an HSA-id; empty for all
     * @param page from 0
     */
    public Page list(CareProviderId provider, String search, LocalDate day, int page) {
        List<Found> found = database.sql("""
                        with recursive tree as (
                            select u.id, 0 as depth, array[u.name, u.id::text] as path from organisation.care_unit u
                            where u.care_provider_id = :provider and u.parent_unit_id is null
                            union all
                            select u.id, t.depth + 1, t.path || array[u.name, u.id::text]
                            from tree t join organisation.care_unit u on u.parent_unit_id = t.id),
                        page as materialized (
                            select t.*, count(*) over () as total from tree t join organisation.care_unit u using (id)
                            where strpos(lower(u.name), :search) > 0 or strpos(lower(u.hsa_id), :search) > 0
                            order by t.path limit :most offset :from)
                        select u.*, t.depth, t.total, p.name as parent_name, s.listed_name as head_name,
                            (select count(distinct c.staff_id) from organisation.commission c where c.care_unit_id = u.id
                                and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)) as staff,
                            (select count(*) from organisation.device d
                                where d.care_unit_id = u.id and d.revoked_at is null) as devices
                        from page t join organisation.care_unit u using (id)
                        left join organisation.care_unit p on p.id = u.parent_unit_id
                        left join organisation.head_of_unit h on h.care_unit_id = u.id
                        left join organisation.staff s on s.id = h.staff_id
                        order by t.path""")
                .param("provider", provider.value())
                .param("search", search.strip().toLowerCase(Locale.ROOT))
                .param("day", day)
                .param("most", ON_A_PAGE)
                .param("from", page * ON_A_PAGE)
                .query((row, n) -> new Found(line(row), row.getInt("total")))
                .list();
        return new Page(
                found.stream().map(Found::line).toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }

    private record Found(UnitLine line, int total) {}

    /** Names to choose from while typing. */
    public List<String> names(CareProviderId provider) {
        return database.sql("""
                        select distinct name from organisation.care_unit where care_provider_id = :provider
                        order by name limit :most""")
                .param("provider", provider.value())
                .param("most", MOST_NAMES)
                .query(String.class)
                .list();
    }

    /** Ids of the care provider's units of that name or HSA-id, however cased; two when the name is not enough. */
    public List<CareUnitId> called(CareProviderId provider, String nameOrHsaId) {
        return database.sql("""
                        select id from organisation.care_unit
                        where care_provider_id = :provider and (lower(hsa_id) = lower(:typed) or lower(name) = lower(:typed))
                        order by lower(hsa_id) = lower(:typed) desc limit 2""")
                .param("provider", provider.value())
                .param("typed", nameOrHsaId.strip())
                .query((row, n) -> new CareUnitId(Reading.id(row, "id")))
                .list();
    }

    public Optional<Head> headOf(CareUnitId unit) {
        return database.sql("""
                        select s.id, s.hsa_id, s.listed_name from organisation.head_of_unit h
                        join organisation.staff s on s.id = h.staff_id where h.care_unit_id = :unit""")
                .param("unit", unit.value())
                .query((row, n) -> new Head(
                        new StaffId(Reading.id(row, "id")),
                        HsaId.of(row.getString("hsa_id")),
                        row.getString("listed_name")))
                .optional();
    }

    /** The units below, the staff of the day and the devices of a unit, in one question. */
    public List<Beside> beside(CareUnitId unit, LocalDate day) {
        return database.sql("""
                        (select 'BELOW' as kind, u.id, u.name, u.hsa_id as detail from organisation.care_unit u
                            where u.parent_unit_id = :unit order by u.name, u.id limit :most)
                        union all
                        (select 'STAFF', s.id, s.listed_name, s.profession from organisation.staff s
                            where s.id in (
                                select c.staff_id from organisation.commission c where c.care_unit_id = :unit
                                    and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                                union
                                select a.staff_id from organisation.assignment a where a.care_unit_id = :unit
                                    and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day))
                            order by s.listed_name, s.id limit :most)
                        union all
                        (select 'DEVICE', d.id, d.name, d.area from organisation.device d
                            where d.care_unit_id = :unit and d.revoked_at is null order by d.name, d.id limit :most)""")
                .param("unit", unit.value())
                .param("day", day)
                .param("most", MOST_BESIDE)
                .query((row, n) -> new Beside(
                        Beside.Kind.valueOf(row.getString("kind")),
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("detail")))
                .list();
    }

    /** Whether {@code unit} is {@code above} itself or lies below it, so that it cannot become its parent. */
    public boolean liesIn(CareUnitId unit, CareUnitId above) {
        return database.sql("""
                        with recursive way as (
                            select cast(:unit as uuid) as id
                            union
                            select u.parent_unit_id from way w join organisation.care_unit u on u.id = w.id
                            where u.parent_unit_id is not null)
                        select exists (select from way where id = :above)""")
                .param("unit", unit.value())
                .param("above", above.value())
                .query(Boolean.class)
                .single();
    }

    /** What every unit of the care provider is a part of; those at the top are missing. */
    public Map<CareUnitId, CareUnitId> parents(CareProviderId provider) {
        Map<CareUnitId, CareUnitId> parents = new HashMap<>();
        database.sql("""
                        select id, parent_unit_id from organisation.care_unit
                        where care_provider_id = :provider and parent_unit_id is not null""").param("provider", provider.value()).query(row -> {
            parents.put(new CareUnitId(Reading.id(row, "id")), new CareUnitId(Reading.id(row, "parent_unit_id")));
        });
        return parents;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody has the HSA-id */
    public void add(CareUnit unit) {
        written(database.sql("""
                        insert into organisation.care_unit
                            (id, care_provider_id, hsa_id, name, phone, parent_unit_id, valid_from, valid_to)
                        values (:id, :provider, :hsaId, :name, :phone, :parent, :from, :to)"""), unit).param("hsaId", unit.hsaId().value()).update();
    }

    /** Everything but the HSA-id, which never changes. */
    public void change(CareUnit unit) {
        written(database.sql("""
                        update organisation.care_unit
                        set name = :name, phone = :phone, parent_unit_id = :parent, valid_from = :from, valid_to = :to
                        where id = :id and care_provider_id = :provider"""), unit).update();
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, CareUnit unit) {
        return statement
                .param("id", unit.id().value())
                .param("provider", unit.careProvider().value())
                .param("name", unit.name())
                .param("phone", unit.phone().e164())
                .param("parent", unit.parent() == null ? null : unit.parent().value())
                .param("from", unit.validFrom())
                .param("to", unit.validTo());
    }

    /** @param head null for nobody at present */
    public void lead(CareUnit unit, @Nullable StaffId head) {
        database.sql("""
                        insert into organisation.head_of_unit (care_unit_id, care_provider_id, staff_id)
                        values (:unit, :provider, :head) on conflict (care_unit_id) do update set staff_id = excluded.staff_id""")
                .param("unit", unit.id().value())
                .param("provider", unit.careProvider().value())
                .param("head", head == null ? null : head.value())
                .update();
    }

    private static UnitLine line(ResultSet row) throws SQLException {
        return new UnitLine(
                new CareUnitId(Reading.id(row, "id")),
                row.getString("name"),
                HsaId.of(row.getString("hsa_id")),
                row.getInt("depth"),
                row.getString("parent_name"),
                row.getString("head_name"),
                row.getInt("staff"),
                row.getInt("devices"),
                Reading.day(row, "valid_from"),
                Reading.day(row, "valid_to"));
    }
}
