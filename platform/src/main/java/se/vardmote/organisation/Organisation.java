package se.vardmote.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.StaffId;

/** Reads the register of care providers, units, staff and commissions. It is written in {@code organisation.register}. */
@Component
public class Organisation {
    private static final int MOST_UNITS = 500;
    private static final int MOST_COMMISSIONS = 100;
    private static final String REACHABLE = """
            select u.*, (select nullif(s.value, '') from organisation.settings_of(array[u.id], '%s') s) as duty_phone
            from organisation.care_unit u
            """.formatted(CareUnit.DUTY_PHONE.key());
    private final JdbcClient database;

    public Organisation(JdbcClient database) {
        this.database = database;
    }

    public Optional<CareProvider> provider(CareProviderId id) {
        return database.sql("select * from organisation.care_provider where id = :id")
                .param("id", id.value())
                .query((row, n) -> Rows.careProvider(row))
                .optional();
    }

    /** Which kinds of care the heads of some units have found to suit digital meetings; units whose head has not said are missing. */
    public Map<CareUnitId, Set<String>> suitableCare(Set<CareUnitId> units) {
        if (units.isEmpty()) return Map.of();
        Map<CareUnitId, Set<String>> suitable = new HashMap<>();
        database.sql(
                        "select care_unit_id, reason, suits from organisation.suitable_care where care_unit_id = any(:units)")
                .param("units", units.stream().map(CareUnitId::value).toArray(UUID[]::new))
                .query((row, n) -> {
                    Set<String> those = suitable.computeIfAbsent(
                            new CareUnitId(row.getObject("care_unit_id", UUID.class)), none -> new HashSet<>());
                    return row.getBoolean("suits") && those.add(row.getString("reason"));
                })
                .list();
        return suitable;
    }

    /** Whether a care provider has the licence for calls with many parties (R4-272). */
    public boolean mayCallMany(CareProviderId careProvider) {
        return database.sql("select multi_party from organisation.care_provider where id = :id")
                .param("id", careProvider.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Every care provider of the installation, by name. */
    public List<CareProvider> providers() {
        return database.sql("select * from organisation.care_provider order by name, id limit :most")
                .param("most", MOST_UNITS)
                .query((row, n) -> Rows.careProvider(row))
                .list();
    }

    public Optional<CareUnit> unit(CareUnitId id) {
        return database.sql(REACHABLE + "where u.id = :id")
                .param("id", id.value())
                .query((row, n) -> Rows.reachable(row))
                .optional();
    }

    /** The units of one care provider, by name. */
    public List<CareUnit> unitsOf(CareProviderId provider) {
        return database.sql("""
                        select u.* from organisation.care_unit u
                        where u.care_provider_id = :provider order by u.name limit :most""")
                .param("provider", provider.value())
                .param("most", MOST_UNITS)
                .query((row, n) -> Rows.unit(row, ""))
                .list();
    }

    /** Names of units, whoever's they are, in one question. */
    public Map<CareUnitId, String> unitNames(Set<CareUnitId> units) {
        if (units.isEmpty()) return Map.of();
        Map<CareUnitId, String> names = new HashMap<>();
        database.sql("select id, name from organisation.care_unit where id = any(:units)")
                .param("units", units.stream().map(CareUnitId::value).toArray(UUID[]::new))
                .query((row, n) -> names.put(new CareUnitId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
        return names;
    }

    public Optional<Staff> staffBy(HsaId hsaId) {
        return database.sql("select s.* from organisation.staff s where lower(s.hsa_id) = :hsaId")
                .param("hsaId", hsaId.value().toLowerCase(Locale.ROOT))
                .query((row, n) -> Rows.staff(row, ""))
                .optional();
    }

    public Optional<Staff> staff(StaffId id) {
        return database.sql("select s.* from organisation.staff s where s.id = :id")
                .param("id", id.value())
                .query((row, n) -> Rows.staff(row, ""))
                .optional();
    }

    /** The commissions that hold on {@code day}, whatever their purpose. */
    public List<Commission> commissionsOf(StaffId staff, LocalDate day) {
        return database.sql("""
                        select c.* from organisation.commission c
                        where c.staff_id = :staff and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                        order by c.name, c.id limit :most""")
                .param("staff", staff.value())
                .param("day", day)
                .param("most", MOST_COMMISSIONS)
                .query((row, n) -> Rows.commission(row, ""))
                .list();
    }

    /** The assignments in social services that hold on {@code day}. They open nothing in health care. */
    public List<Assignment> assignmentsOf(StaffId staff, LocalDate day) {
        return database.sql("""
                        select a.* from organisation.assignment a join organisation.care_unit u on u.id = a.care_unit_id
                        where a.staff_id = :staff and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day)
                            and (u.valid_from is null or u.valid_from <= :day) and (u.valid_to is null or u.valid_to >= :day)
                        order by a.kind, a.id limit :most""")
                .param("staff", staff.value())
                .param("day", day)
                .param("most", MOST_COMMISSIONS)
                .query((row, n) -> Rows.assignment(row))
                .list();
    }

    /** Who a commission puts to work and where; empty when it does not hold on {@code day} or lacks a unit. */
    public Optional<AtWork> atWork(CommissionId commission, LocalDate day) {
        return Optional.ofNullable(atWork(Set.of(commission), day).get(commission));
    }

    /** The same for many commissions in one question; those that do not hold are missing in the answer. */
    public Map<CommissionId, AtWork> atWork(Set<CommissionId> commissions, LocalDate day) {
        if (commissions.isEmpty()) return Map.of();
        UUID[] ids = commissions.stream().map(CommissionId::value).toArray(UUID[]::new);
        return atWork("c_id = any(:some)", ids, day).stream()
                .collect(Collectors.toMap(work -> work.commission().id(), Function.identity()));
    }

    /** What some members of staff are commissioned to do on a day, at units, by name of commission. */
    public List<AtWork> atWorkOf(Set<StaffId> staff, LocalDate day) {
        if (staff.isEmpty()) return List.of();
        return atWork(
                "c_staff_id = any(:some)", staff.stream().map(StaffId::value).toArray(UUID[]::new), day);
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private List<AtWork> atWork(String which, UUID[] some, LocalDate day) {
        return database.sql("select * from organisation.at_work(:day) where %s order by c_name, c_id".formatted(which))
                .param("some", some)
                .param("day", day)
                .query((row, n) -> RegisterRows.atWork(row))
                .list();
    }

    /** The care providers whose system the person administers. */
    public List<CareProvider> administeredBy(StaffId staff) {
        return database.sql("""
                        select p.* from organisation.system_administrator a
                        join organisation.care_provider p on p.id = a.care_provider_id
                        where a.staff_id = :staff order by p.name limit :most""")
                .param("staff", staff.value())
                .param("most", MOST_UNITS)
                .query((row, n) -> Rows.careProvider(row))
                .list();
    }

    /** Those who have a commission for care at a unit on a day, by name; at most 200. */
    public List<Staff> staffAt(CareUnitId unit, LocalDate day) {
        return database.sql("""
                        select distinct s.* from organisation.staff s
                        join organisation.commission c on c.staff_id = s.id
                        where c.care_unit_id = :unit and lower(c.purpose) = lower(:care)
                          and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                        order by s.listed_name, s.id limit 200""")
                .param("unit", unit.value())
                .param("care", Commission.CARE_AND_TREATMENT)
                .param("day", day)
                .query((row, n) -> Rows.staff(row, ""))
                .list();
    }

    /** The units that have these HSA-ids, whoever's they are. */
    public List<CareUnit> unitsBy(Collection<HsaId> hsaIds) {
        if (hsaIds.isEmpty()) return List.of();
        return database.sql("select u.* from organisation.care_unit u where lower(u.hsa_id) = any(:hsaIds)")
                .param(
                        "hsaIds",
                        hsaIds.stream()
                                .map(hsaId -> hsaId.value().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query((row, n) -> Rows.unit(row, ""))
                .list();
    }

    /** Every commission that anybody has had at a unit, whether it holds or not. */
    public Set<CommissionId> commissionsEverAt(CareProviderId careProvider, CareUnitId unit) {
        return Set.copyOf(
                database.sql("select id from organisation.commission where care_provider_id = ? and care_unit_id = ?")
                        .params(careProvider.value(), unit.value())
                        .query((row, n) -> new CommissionId(row.getObject("id", UUID.class)))
                        .list());
    }

    /** Some commissions, whether they hold or not. */
    public Map<CommissionId, Commission> commissions(Collection<CommissionId> some) {
        return database
                .sql("select c.* from organisation.commission c where c.id = any(:some)")
                .param("some", some.stream().map(CommissionId::value).toArray(UUID[]::new))
                .query((row, n) -> Rows.commission(row, ""))
                .list()
                .stream()
                .collect(Collectors.toMap(Commission::id, Function.identity()));
    }

    /** Some units, by name. */
    public List<CareUnit> units(Collection<CareUnitId> some) {
        if (some.isEmpty()) return List.of();
        return database.sql(REACHABLE + "where u.id = any(:some) order by u.name limit :most")
                .param("some", some.stream().map(CareUnitId::value).toArray(UUID[]::new))
                .param("most", MOST_UNITS)
                .query((row, n) -> Rows.reachable(row))
                .list();
    }

    /** Units of every care provider where somebody licensed works in a commission for care on a day, by name. */
    public List<CareUnit> unitsWithLicensedStaff(LocalDate day) {
        return database.sql("""
                        select u.* from organisation.care_unit u where exists (
                            select from organisation.commission c join organisation.staff s on s.id = c.staff_id
                            where c.care_unit_id = u.id and lower(c.purpose) = lower(:care) and s.licensed
                              and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day))
                        order by u.name, u.id limit :most""")
                .param("care", Commission.CARE_AND_TREATMENT)
                .param("day", day)
                .param("most", MOST_UNITS)
                .query((row, n) -> Rows.unit(row, ""))
                .list();
    }
}
