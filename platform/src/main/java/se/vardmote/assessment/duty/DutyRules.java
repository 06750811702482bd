package se.vardmote.assessment.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DutyRuleId;
import se.vardmote.vocabulary.Profession;

/** The rows of the duty table. A rule belongs to the care provider whose knocks it leads. */
@Component
public class DutyRules {
    private static final int MOST = 2_000;
    private final JdbcClient jdbc;

    public DutyRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a rule, or changes the one of the same id. */
    public void keep(CareProviderId owner, DutyRule rule) {
        jdbc.sql("""
                        insert into assessment.duty_rule (id, care_provider_id, from_unit_id, area, profession, days, starts,
                            ends, to_unit_id, valid_from, valid_to)
                        values (:id, :owner, :from, :area, :profession, :days, :starts, :ends, :to, :validFrom, :validTo)
                        on conflict (id) do update set from_unit_id = excluded.from_unit_id, area = excluded.area,
                            profession = excluded.profession, days = excluded.days, starts = excluded.starts,
                            ends = excluded.ends, to_unit_id = excluded.to_unit_id, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to
                        where assessment.duty_rule.care_provider_id = excluded.care_provider_id""")
                .param("id", rule.id().value())
                .param("owner", owner.value())
                .param("from", rule.from().value())
                .param("area", rule.area())
                .param(
                        "profession",
                        rule.profession() == null ? null : rule.profession().name())
                .param(
                        "days",
                        rule.days().stream().sorted().map(DayOfWeek::getValue).toArray(Integer[]::new))
                .param("starts", rule.starts())
                .param("ends", rule.ends())
                .param("to", rule.to().value())
                .param("validFrom", rule.validFrom())
                .param("validTo", rule.validTo())
                .update();
    }

    public void remove(CareProviderId owner, DutyRuleId id) {
        jdbc.sql("delete from assessment.duty_rule where care_provider_id = ? and id = ?")
                .params(owner.value(), id.value())
                .update();
    }

    Optional<DutyRule> find(DutyRuleId id) {
        return where("id = ?", id.value()).stream().findFirst();
    }

    /** A rule that would begin later goes; another care provider's stays. */
    void end(CareProviderId owner, DutyRuleId id, LocalDate lastDay) {
        jdbc.sql("delete from assessment.duty_rule where care_provider_id = ? and id = ? and valid_from > ?")
                .params(owner.value(), id.value(), lastDay)
                .update();
        jdbc.sql("update assessment.duty_rule set valid_to = ? where care_provider_id = ? and id = ?")
                .params(lastDay, owner.value(), id.value())
                .update();
    }

    /** Rules that hold after a day and have a unit in one of the two columns, whoever's they are. */
    List<OpenMatter> open(String column, CareUnitId unit, LocalDate lastDay) {
        return jdbc.sql("""
                        select r.id, r.care_provider_id, f.name || ' – ' || t.name || ', '
                            || to_char(r.starts, 'HH24.MI') || '–' || to_char(r.ends, 'HH24.MI') as what
                        from assessment.duty_rule r
                        join organisation.care_unit f on f.id = r.from_unit_id
                        join organisation.care_unit t on t.id = r.to_unit_id
                        where r.%s = ? and (r.valid_to is null or r.valid_to > ?)
                        order by what, r.id limit ?""".formatted(column))
                .params(unit.value(), lastDay, MOST)
                .query((row, i) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                        unit,
                        null,
                        null,
                        row.getString("what"),
                        null))
                .list();
    }

    /** Every rule of a care provider's own units. */
    public List<DutyRule> of(CareProviderId owner) {
        return where("care_provider_id = ?", owner.value());
    }

    /** The tables of a care provider's own units that have any rule. */
    Map<CareUnitId, DutyTable> tablesOf(CareProviderId owner) {
        return tables(of(owner));
    }

    /** Whether a unit answers somebody's knocks at a moment, by the rules of today. */
    public Predicate<Instant> answering(CareUnitId unit) {
        List<DutyRule> rules = where("to_unit_id = ?", unit.value());
        return at -> rules.stream().anyMatch(rule -> rule.covers(at));
    }

    public DutyTable from(CareUnitId unit) {
        return new DutyTable(where("from_unit_id = ?", unit.value()));
    }

    /** The tables of units that one of these answers for at some time, and of these units themselves. */
    Map<CareUnitId, DutyTable> touching(Collection<CareUnitId> units) {
        UUID[] ids = units.stream().map(CareUnitId::value).toArray(UUID[]::new);
        return tables(where("""
                        from_unit_id = any(?) or from_unit_id in (
                            select from_unit_id from assessment.duty_rule where to_unit_id = any(?))""", ids, ids));
    }

    private static Map<CareUnitId, DutyTable> tables(List<DutyRule> rules) {
        return rules.stream()
                .collect(Collectors.groupingBy(
                        DutyRule::from, Collectors.collectingAndThen(Collectors.toList(), DutyTable::new)));
    }

    /** The units for which one of these answers at some time. */
    public Set<CareUnitId> callersOf(Collection<CareUnitId> receivers) {
        return jdbc
                .sql("select distinct from_unit_id from assessment.duty_rule where to_unit_id = any(?) limit ?")
                .params(receivers.stream().map(CareUnitId::value).toArray(UUID[]::new), MOST)
                .query(UUID.class)
                .list()
                .stream()
                .map(CareUnitId::new)
                .collect(Collectors.toSet());
    }

    /** Every unit whose knocks are led somewhere at some time. */
    public Set<CareUnitId> callers() {
        return jdbc
                .sql("select distinct from_unit_id from assessment.duty_rule limit ?")
                .params(MOST)
                .query(UUID.class)
                .list()
                .stream()
                .map(CareUnitId::new)
                .collect(Collectors.toSet());
    }

    /** Every unit that answers for another at some time. */
    public Set<CareUnitId> receivers() {
        return jdbc
                .sql("select distinct to_unit_id from assessment.duty_rule limit ?")
                .params(MOST)
                .query(UUID.class)
                .list()
                .stream()
                .map(CareUnitId::new)
                .collect(Collectors.toSet());
    }

    /** {@code condition} is one of our own, never anything that came in. */
    private List<DutyRule> where(String condition, Object... values) {
        return jdbc.sql("select * from assessment.duty_rule where (" + condition + ") order by id limit " + MOST)
                .params(values)
                .query((row, i) -> read(row))
                .list();
    }

    private static DutyRule read(ResultSet row) throws SQLException {
        String profession = row.getString("profession");
        return new DutyRule(
                new DutyRuleId(row.getObject("id", UUID.class)),
                new CareUnitId(row.getObject("from_unit_id", UUID.class)),
                row.getString("area"),
                profession == null ? null : Profession.valueOf(profession),
                Arrays.stream((Integer[]) row.getArray("days").getArray())
                        .map(DayOfWeek::of)
                        .collect(Collectors.toSet()),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                new CareUnitId(row.getObject("to_unit_id", UUID.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
