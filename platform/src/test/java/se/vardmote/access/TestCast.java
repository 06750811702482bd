package se.vardmote.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** A few people and units of Vellinge, written as the owner of the register writes them. */
public final class TestCast {
    public static final CareProviderId VELLINGE =
            new CareProviderId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    public static final CareProviderId TRELLEBORG =
            new CareProviderId(UUID.fromString("00000000-0000-7000-8000-000000000002"));
    public static final CareUnitId NURSES = new CareUnitId(UUID.fromString("00000000-0000-7000-8000-000000000011"));
    public static final CareUnitId HOME_CARE = new CareUnitId(UUID.fromString("00000000-0000-7000-8000-000000000012"));
    public static final CareUnitId ELSEWHERE = new CareUnitId(UUID.fromString("00000000-0000-7000-8000-000000000013"));
    public static final String CARE = "Vård och behandling";
    private static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);
    private final JdbcClient owner;

    private TestCast(JdbcClient owner) {
        this.owner = owner;
    }

    /** Two care providers and three units; knocks from home care go to the nurses. */
    public static TestCast in(TestDatabase database) {
        var cast = new TestCast(database.owner());
        cast.provider(VELLINGE, "Vellinge kommun", "SE2120001132-V001");
        cast.provider(TRELLEBORG, "Trelleborgs kommun", "SE2120001199-V001");
        cast.unit(NURSES, VELLINGE, "Kommunsjuksköterskorna", "SE2120001132-E011");
        cast.unit(HOME_CARE, VELLINGE, "Hemtjänst Höllviken", "SE2120001132-E012");
        cast.unit(ELSEWHERE, TRELLEBORG, "Hemtjänst Trelleborg", "SE2120001199-E013");
        cast.answers(HOME_CARE, VELLINGE, NURSES, "00:00", "00:00");
        return cast;
    }

    /** To change what is there. */
    public static TestCast of(TestDatabase database) {
        return new TestCast(database.owner());
    }

    /** Knocks from a unit go to another between two hours, every day. */
    public void answers(CareUnitId from, CareProviderId owner, CareUnitId to, String starts, String ends) {
        answers(from, owner, to, null, starts, ends);
    }

    /** The same for those who want to reach a profession. */
    public void answers(
            CareUnitId from,
            CareProviderId owner,
            CareUnitId to,
            @Nullable Profession profession,
            String starts,
            String ends) {
        this.owner
                .sql("""
                        insert into assessment.duty_rule
                          (id, care_provider_id, from_unit_id, profession, days, starts, ends, to_unit_id, valid_from)
                        values (gen_random_uuid(), :owner, :from, :profession, array[1, 2, 3, 4, 5, 6, 7], :starts::time,
                          :ends::time, :to, :always)""")
                .param("owner", owner.value())
                .param("from", from.value())
                .param("profession", profession == null ? null : profession.name())
                .param("starts", starts)
                .param("ends", ends)
                .param("to", to.value())
                .param("always", ALWAYS)
                .update();
    }

    /** Nobody answers anywhere at any hour. */
    public void nobodyAnswers() {
        owner.sql("delete from assessment.duty_rule").update();
    }

    public StaffId staff(String hsaId, String name, Profession profession) {
        StaffId id = StaffId.next();
        owner.sql("""
                        insert into organisation.staff (id, care_provider_id, hsa_id, name, profession, licensed)
                        values (:id, :provider, :hsaId, :name, :profession, :licensed)""")
                .param("provider", (hsaId.startsWith("SE2120001199") ? TRELLEBORG : VELLINGE).value())
                .param("licensed", profession.licensable())
                .param("id", id.value())
                .param("hsaId", hsaId)
                .param("name", name)
                .param("profession", profession.name())
                .update();
        return id;
    }

    public CommissionId commission(StaffId staff, CareUnitId unit, String purpose) {
        return commission(staff, unit, purpose, ALWAYS, null);
    }

    public CommissionId commission(
            StaffId staff, CareUnitId unit, String purpose, LocalDate from, @Nullable LocalDate to) {
        CommissionId id = CommissionId.next();
        owner.sql("""
                        insert into organisation.commission
                          (id, staff_id, care_provider_id, care_unit_id, name, purpose, valid_from, valid_to)
                        select :id, :staff, care_provider_id, id, 'Uppdrag på ' || name, :purpose, :from, :to
                        from organisation.care_unit where id = :unit""")
                .param("id", id.value())
                .param("staff", staff.value())
                .param("unit", unit.value())
                .param("purpose", purpose)
                .param("from", from)
                .param("to", to)
                .update();
        return id;
    }

    /** For care, at the whole care provider. */
    public void commissionWithoutUnit(StaffId staff, CareProviderId provider) {
        owner.sql("""
                        insert into organisation.commission (id, staff_id, care_provider_id, name, purpose, valid_from)
                        values (gen_random_uuid(), :staff, :provider, 'Hela kommunen', :purpose, :from)""")
                .param("staff", staff.value())
                .param("provider", provider.value())
                .param("purpose", CARE)
                .param("from", ALWAYS)
                .update();
    }

    public AssignmentId assignment(StaffId staff, CareUnitId unit, Assignment.Kind kind) {
        AssignmentId id = AssignmentId.next();
        owner.sql("""
                        insert into organisation.assignment (id, staff_id, care_provider_id, care_unit_id, kind, valid_from)
                        select :id, :staff, care_provider_id, id, :kind, :from from organisation.care_unit where id = :unit""")
                .param("id", id.value())
                .param("staff", staff.value())
                .param("unit", unit.value())
                .param("kind", kind.name())
                .param("from", ALWAYS)
                .update();
        return id;
    }

    public void endAssignment(AssignmentId id, LocalDate lastDay) {
        owner.sql("update organisation.assignment set valid_to = :to where id = :id")
                .param("id", id.value())
                .param("to", lastDay)
                .update();
    }

    /** The sign-in service of a care provider knows somebody by this. */
    public void account(StaffId staff, CareProviderId provider, String account) {
        owner.sql(
                        "insert into organisation.account (care_provider_id, staff_id, account) values (:provider, :staff, :account)")
                .param("provider", provider.value())
                .param("staff", staff.value())
                .param("account", account)
                .update();
    }

    /** What the directory calls a commission. */
    public void named(CommissionId id, String hsaId) {
        owner.sql("update organisation.commission set hsa_id = :hsaId where id = :id")
                .param("id", id.value())
                .param("hsaId", hsaId)
                .update();
    }

    /** The account belongs to a function, or several share it. */
    public void shared(StaffId staff) {
        owner.sql("update organisation.staff set function_account = true where id = :id")
                .param("id", staff.value())
                .update();
    }

    public void endCommission(CommissionId id, LocalDate lastDay) {
        owner.sql("update organisation.commission set valid_to = :to where id = :id")
                .param("id", id.value())
                .param("to", lastDay)
                .update();
    }

    public void administers(StaffId staff, CareProviderId provider) {
        owner.sql(
                        "insert into organisation.system_administrator (staff_id, care_provider_id) values (:staff, :provider)")
                .param("staff", staff.value())
                .param("provider", provider.value())
                .update();
    }

    /** The care provider asks for the right to digital meetings from a day. */
    public void asksForRight(CareProviderId provider, LocalDate from) {
        owner.sql("update organisation.care_provider set meeting_right_from = :from where id = :id")
                .param("id", provider.value())
                .param("from", from)
                .update();
    }

    /** The care provider has the licence for calls with many parties. */
    public void mayCallMany(CareProviderId provider) {
        owner.sql("update organisation.care_provider set multi_party = true where id = :id")
                .param("id", provider.value())
                .update();
    }

    /** All three parts of the training, on a day. */
    public void trained(StaffId staff, CareProviderId provider, LocalDate day) {
        for (Qualification.Kind kind : Qualification.Kind.values()) trained(staff, provider, kind, day);
    }

    public void trained(StaffId staff, CareProviderId provider, Qualification.Kind kind, LocalDate day) {
        owner.sql("""
                        insert into organisation.qualification (care_provider_id, staff_id, kind, completed_on)
                        values (:provider, :staff, :kind, :day)""")
                .param("provider", provider.value())
                .param("staff", staff.value())
                .param("kind", kind.name())
                .param("day", day)
                .update();
    }

    /** What a receiving unit of Vellinge has decided. */
    public void setting(CareUnitId unit, int coverAfterSeconds, @Nullable CareUnitId cover, @Nullable StaffId head) {
        decides(unit, "waiting.cover-after", String.valueOf(coverAfterSeconds));
        decides(unit, "urgency.DOSE_BAGS", "1");
        if (cover != null) covers(cover, unit);
        if (head != null) heads(head, unit);
    }

    /** What a unit of Vellinge, or with null all of Vellinge, has decided about one thing. */
    public void decides(@Nullable CareUnitId unit, String key, String value) {
        owner.sql("""
                        insert into organisation.setting (care_provider_id, care_unit_id, key, value)
                        values (:provider, :unit, :key, :value)
                        on conflict (care_provider_id, care_unit_id, key) do update set value = excluded.value""")
                .param("provider", VELLINGE.value())
                .param("unit", unit == null ? null : unit.value())
                .param("key", key)
                .param("value", value)
                .update();
    }

    /** A unit is sought when nobody answers at a unit of Vellinge. */
    public void covers(CareUnitId cover, CareUnitId unit) {
        owner.sql("""
                        insert into organisation.setting (care_provider_id, care_unit_id, key, names_unit)
                        values (:provider, :unit, 'waiting.cover', :cover)""")
                .param("provider", VELLINGE.value())
                .param("unit", unit.value())
                .param("cover", cover.value())
                .update();
    }

    /** A unit of Vellinge becomes a part of another. */
    public void partOf(CareUnitId unit, @Nullable CareUnitId parent) {
        owner.sql("update organisation.care_unit set parent_unit_id = :parent where id = :unit")
                .param("unit", unit.value())
                .param("parent", parent == null ? null : parent.value())
                .update();
    }

    /** One more unit of Vellinge. */
    public CareUnitId unit(String name, String hsaId, @Nullable CareUnitId parent) {
        CareUnitId id = CareUnitId.next();
        unit(id, VELLINGE, name, hsaId);
        partOf(id, parent);
        return id;
    }

    /** Makes somebody head of a unit of Vellinge. */
    public void heads(StaffId head, CareUnitId unit) {
        owner.sql("""
                        insert into organisation.head_of_unit (care_unit_id, care_provider_id, staff_id)
                        values (:unit, :provider, :head) on conflict (care_unit_id) do update set staff_id = excluded.staff_id""")
                .param("unit", unit.value())
                .param("provider", VELLINGE.value())
                .param("head", head.value())
                .update();
    }

    public DeviceId device(String name) {
        DeviceId id = DeviceId.next();
        owner.sql("""
                        insert into organisation.device (id, care_provider_id, care_unit_id, name, area)
                        values (:id, :provider, :unit, :name, 'Höllviken')""")
                .param("id", id.value())
                .param("provider", VELLINGE.value())
                .param("unit", HOME_CARE.value())
                .param("name", name)
                .update();
        return id;
    }

    /** Somebody signed in at the nurses', as the domain sees them; no row stands behind. */
    public static StaffMember nurse() {
        return as(StaffId.next());
    }

    /** The same for somebody of the register. */
    public static StaffMember as(StaffId staff) {
        return new StaffMember(
                new SessionId(UUID.randomUUID()),
                staff,
                HsaId.of("SE2120001132-1001"),
                "Sara Sjuk",
                Profession.NURSE,
                true,
                CommissionId.next(),
                VELLINGE,
                NURSES,
                "Kommunsjuksköterskorna",
                Assurance.LOA3,
                false,
                false,
                true);
    }

    /** A planner in social services. */
    public static SocialStaff planner() {
        return new SocialStaff(
                new SessionId(UUID.randomUUID()),
                StaffId.next(),
                "Vera Almqvist",
                AssignmentId.next(),
                Assignment.Kind.PLANNER,
                VELLINGE,
                HOME_CARE,
                "Hemtjänst Höllviken",
                Assurance.LOA2,
                WayIn.ACCOUNT);
    }

    public static SystemAdministrator administrator() {
        return new SystemAdministrator(
                new SessionId(UUID.randomUUID()),
                StaffId.next(),
                HsaId.of("SE2120001132-1003"),
                "Adam Admin",
                VELLINGE,
                Assurance.LOA3);
    }

    private void provider(CareProviderId id, String name, String hsaId) {
        owner.sql("""
                        insert into organisation.care_provider (id, name, hsa_id, meeting_right_from)
                        values (:id, :name, :hsaId, null)""")
                .param("id", id.value())
                .param("name", name)
                .param("hsaId", hsaId)
                .update();
    }

    private void unit(CareUnitId id, CareProviderId provider, String name, String hsaId) {
        owner.sql("""
                        insert into organisation.care_unit (id, care_provider_id, name, hsa_id, phone)
                        values (:id, :provider, :name, :hsaId, '+46406280400')""")
                .param("id", id.value())
                .param("provider", provider.value())
                .param("name", name)
                .param("hsaId", hsaId)
                .update();
    }
}
