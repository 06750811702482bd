package se.vardmote.training.cast;

import java.sql.Date;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the cast into the product's register of organisations. Seeding again changes nothing that the cast does not
 * own: a tablet that somebody has renamed, paired or revoked while trying stays so, and so do a changed duty rule, unit,
 * person and commission.
 */
public final class CastSeeding {

    private static final LocalDate VALID_FROM = LocalDate.of(2024, 1, 1);

    private final JdbcClient owner;
    private final TransactionTemplate transaction;

    /** @param owner connects with the role that owns the schemas {@code organisation} and {@code assessment} */
    public CastSeeding(DataSource owner) {
        this.owner = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    /** What the database was created for; the product wrote it when it created the database. */
    public String environment() {
        return owner.sql("select name from platform.environment")
                .query(String.class)
                .single();
    }

    /** All or nothing. */
    public void seed() {
        transaction.executeWithoutResult(running -> everything());
    }

    private void everything() {
        Cast.careProviders().forEach(this::careProvider);
        Cast.careUnits().forEach(this::careUnit);
        Cast.members().forEach(this::member);
        Cast.accountHolders().forEach(this::member);
        Cast.members().stream().filter(member -> member.commission() != null).forEach(this::trained);
        Cast.tablets().forEach(this::tablet);
        Cast.dutyRules().forEach(this::dutyRule);
        Cast.covers().forEach(this::cover);
    }

    private void careProvider(CareProvider provider) {
        owner.sql("""
                insert into organisation.care_provider (id, name, hsa_id, kind) values (?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, kind = excluded.kind
                """)
                .params(provider.id(), provider.name(), provider.hsaId(), provider.kind())
                .update();
    }

    private void careUnit(CareUnit unit) {
        owner.sql("""
                insert into organisation.care_unit
                    (id, care_provider_id, name, hsa_id, phone)
                values (:id, :provider, :name, :hsaId, :phone)
                on conflict (id) do nothing
                """)
                .param("id", unit.id())
                .param("provider", unit.careProvider().id())
                .param("name", unit.name())
                .param("hsaId", unit.hsaId())
                .param("phone", unit.phone())
                .update();
        if (unit.images() == null) return;
        decide(unit, "pictures.routine", unit.images().routine(), null);
        decide(unit, "pictures.saved", unit.images().saved() ? "yes" : "no", null);
    }

    /** What somebody has decided otherwise since stays. */
    private void decide(CareUnit unit, String key, @Nullable String value, @Nullable CareUnit named) {
        owner.sql("""
                insert into organisation.setting (care_provider_id, care_unit_id, key, value, names_unit)
                select cast(:provider as uuid), cast(:unit as uuid), :key, cast(:value as text), cast(:named as uuid)
                where not exists (
                    select from organisation.setting_change c where c.care_unit_id = :unit and c.key = :key)
                on conflict (care_provider_id, care_unit_id, key) do nothing
                """)
                .param("provider", unit.careProvider().id())
                .param("unit", unit.id())
                .param("key", key)
                .param("value", value)
                .param("named", named == null ? null : named.id())
                .update();
    }

    private void dutyRule(DutyRule rule) {
        owner.sql("""
                insert into assessment.duty_rule
                    (id, care_provider_id, from_unit_id, profession, days, starts, ends, to_unit_id, valid_from)
                values (:id, :owner, :from, :profession, :days, :starts::time, :ends::time, :to, :validFrom)
                on conflict (id) do nothing
                """)
                .param("id", rule.id())
                .param("owner", rule.from().careProvider().id())
                .param("from", rule.from().id())
                .param(
                        "profession",
                        rule.profession() == null ? null : rule.profession().name())
                .param("days", rule.days().toArray(Integer[]::new))
                .param("starts", rule.starts())
                .param("ends", rule.ends())
                .param("to", rule.to().id())
                .param("validFrom", Date.valueOf(VALID_FROM))
                .update();
    }

    private void cover(Cover cover) {
        decide(cover.unit(), "waiting.cover", null, cover.by());
        heads(cover.unit(), cover.head());
        // Where she works herself, so that she can open what is the head's.
        heads(cover.by(), cover.head());
    }

    private void heads(CareUnit unit, CastMember head) {
        owner.sql("""
                insert into organisation.head_of_unit (care_unit_id, care_provider_id, staff_id) values (?, ?, ?)
                on conflict do nothing
                """).params(unit.id(), unit.careProvider().id(), head.id()).update();
    }

    private void member(CastMember member) {
        owner.sql("""
                insert into organisation.staff (id, care_provider_id, hsa_id, name, profession, licensed)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """)
                .params(
                        member.id(),
                        member.careProvider().id(),
                        member.hsaId(),
                        member.name(),
                        member.title().name(),
                        member.title().licensed())
                .update();
        if (member.commission() != null) {
            commission(member, member.commission());
        }
        if (member.account() != null) {
            account(member, member.account());
        }
    }

    private void account(CastMember member, CastMember.Account account) {
        owner.sql("""
                insert into organisation.account (care_provider_id, staff_id, account) values (?, ?, ?)
                on conflict (care_provider_id, staff_id) do nothing
                """)
                .params(account.unit().careProvider().id(), member.id(), account.number())
                .update();
        account.assignments().forEach(kind -> owner.sql("""
                insert into organisation.assignment (id, staff_id, care_provider_id, care_unit_id, kind, valid_from)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """)
                .params(
                        member.assignmentId(kind),
                        member.id(),
                        account.unit().careProvider().id(),
                        account.unit().id(),
                        kind,
                        Date.valueOf(VALID_FROM))
                .update());
    }

    private void commission(CastMember member, CastMember.Commission commission) {
        owner.sql("""
                insert into organisation.commission
                    (id, staff_id, care_provider_id, care_unit_id, name, purpose, valid_from)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """)
                .params(
                        member.commissionId(),
                        member.id(),
                        commission.unit().careProvider().id(),
                        commission.unit().id(),
                        commission.name(),
                        commission.purpose(),
                        Date.valueOf(VALID_FROM))
                .update();
        if (member.administers()) {
            administrator(member, commission.unit().careProvider());
        }
    }

    /** The right to digital meetings rests on recorded training; whoever lacks it has the third part before them. */
    private void trained(CastMember member) {
        if (!member.title().licensed()) return;
        boolean whole = Cast.mayMeet(member);
        training(member, "TECHNIQUE", true);
        training(member, "INFORMATION_SECURITY", true);
        training(member, "EMERGENCIES", whole);
        if (!whole) return;
        owner.sql("""
                insert into organisation.meeting_right
                    (id, care_provider_id, staff_id, care_unit_id, commission_id, state, submitted_at, decided_by, decided_at)
                select ?::uuid, care_provider_id, staff_id, care_unit_id, id, 'GRANTED', ?::timestamptz, ?::uuid, ?::timestamptz
                from organisation.commission where id = ?
                on conflict (id) do nothing
                """)
                .params(
                        FixedId.of(member.hsaId() + " right"),
                        Date.valueOf(VALID_FROM),
                        Cast.grantor().id(),
                        Date.valueOf(VALID_FROM),
                        member.commissionId())
                .update();
    }

    private void training(CastMember member, String kind, boolean done) {
        owner.sql("""
                insert into organisation.qualification (care_provider_id, staff_id, kind, planned_for, completed_on)
                values (:provider, :staff, :kind, :planned, :completed)
                on conflict (care_provider_id, staff_id, kind) do nothing
                """)
                .param("provider", member.careProvider().id())
                .param("staff", member.id())
                .param("kind", kind)
                .param("planned", done ? null : Date.valueOf(VALID_FROM))
                .param("completed", done ? Date.valueOf(VALID_FROM) : null)
                .update();
    }

    private void administrator(CastMember member, CareProvider provider) {
        owner.sql("""
                insert into organisation.system_administrator (staff_id, care_provider_id) values (?, ?)
                on conflict do nothing
                """).params(member.id(), provider.id()).update();
    }

    private void tablet(Tablet tablet) {
        owner.sql("""
                insert into organisation.device (id, care_provider_id, care_unit_id, name, area, owner_id, payer_id)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """)
                .params(
                        tablet.id(),
                        tablet.unit().careProvider().id(),
                        tablet.unit().id(),
                        tablet.name(),
                        tablet.area(),
                        Cast.municipality().id(),
                        Cast.municipality().id())
                .update();
    }
}
