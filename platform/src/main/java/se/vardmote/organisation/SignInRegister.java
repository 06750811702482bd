package se.vardmote.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.StaffId;

/** What only signing in asks of the register. */
@Component
public class SignInRegister {
    private final JdbcClient database;

    public SignInRegister(JdbcClient database) {
        this.database = database;
    }

    /** A commission by the names that the directory has for it. */
    public record Named(CommissionId id, Optional<HsaId> commission, Optional<HsaId> unit, HsaId careProvider) {}

    /** Some commissions with their names in HSA. */
    public Map<CommissionId, Named> named(Collection<CommissionId> commissions) {
        if (commissions.isEmpty()) return Map.of();
        return database
                .sql("""
                        select c.id, c.hsa_id, u.hsa_id as unit_hsa_id, p.hsa_id as provider_hsa_id
                        from organisation.commission c
                        join organisation.care_provider p on p.id = c.care_provider_id
                        left join organisation.care_unit u on u.id = c.care_unit_id
                        where c.id = any(:ids)""")
                .param("ids", commissions.stream().map(CommissionId::value).toArray(UUID[]::new))
                .query((row, n) -> new Named(
                        new CommissionId(row.getObject("id", UUID.class)),
                        hsaId(row.getString("hsa_id")),
                        hsaId(row.getString("unit_hsa_id")),
                        HsaId.of(row.getString("provider_hsa_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, Function.identity()));
    }

    /** An account that several share, or of a function: no person can be held to what is done with it. */
    public boolean isShared(StaffId staff) {
        return database.sql("select function_account from organisation.staff where id = :staff")
                .param("staff", staff.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Whether somebody may work as more than one thing on a day: commissions for care, systems that none of them
     * covers, and assignments in social services.
     */
    public boolean hasSeveralRoles(StaffId staff, LocalDate day) {
        return database.sql("""
                        with held as (
                            select care_provider_id from organisation.commission
                            where staff_id = :staff and care_unit_id is not null and lower(purpose) = lower(:care)
                              and valid_from <= :day and (valid_to is null or valid_to >= :day))
                        select (select count(*) from held)
                            + (select count(*) from organisation.system_administrator a
                               where a.staff_id = :staff
                                 and a.care_provider_id not in (select care_provider_id from held))
                            + (select count(*) from organisation.assignment
                               where staff_id = :staff and valid_from <= :day and (valid_to is null or valid_to >= :day)) > 1""")
                .param("staff", staff.value())
                .param("care", Commission.CARE_AND_TREATMENT)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The same for whoever came by an account of a care provider: only its assignments count. */
    public boolean hasSeveralAssignments(StaffId staff, CareProviderId careProvider, LocalDate day) {
        return database.sql("""
                        select count(*) > 1 from organisation.assignment
                        where staff_id = :staff and care_provider_id = :provider
                          and valid_from <= :day and (valid_to is null or valid_to >= :day)""")
                .param("staff", staff.value())
                .param("provider", careProvider.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private static Optional<HsaId> hsaId(@Nullable String text) {
        return Optional.ofNullable(text).map(HsaId::of);
    }
}
