package se.vardmote.organisation.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;

/** Counts, and what somebody should look at. */
@Component
public class Overviews {
    private static final int MOST = 10;
    private static final int SOON_IN_DAYS = 30;
    private final JdbcClient database;

    public Overviews(JdbcClient database) {
        this.database = database;
    }

    public Overview of(CareProviderId provider, LocalDate day) {
        List<Overview.Unit> withoutHead = withoutHead(provider, day);
        List<Overview.Ending> ending = ending(provider, day);
        return database.sql("""
                        select
                            (select count(*) from organisation.care_unit where care_provider_id = :provider
                                and (valid_from is null or valid_from <= :day) and (valid_to is null or valid_to >= :day)),
                            (select count(*) from organisation.staff where care_provider_id = :provider),
                            (select count(*) from organisation.commission where care_provider_id = :provider
                                and valid_from <= :day and (valid_to is null or valid_to >= :day)),
                            (select count(*) from organisation.device where care_provider_id = :provider and revoked_at is null)""")
                .param("provider", provider.value())
                .param("day", day)
                .query((row, n) ->
                        new Overview(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), withoutHead, ending))
                .single();
    }

    private List<Overview.Unit> withoutHead(CareProviderId provider, LocalDate day) {
        return database.sql("""
                        select u.id, u.name from organisation.care_unit u where u.care_provider_id = :provider
                            and (u.valid_to is null or u.valid_to >= :day)
                            and not exists (select from organisation.head_of_unit h
                                where h.care_unit_id = u.id and h.staff_id is not null)
                        order by u.name, u.id limit :most""")
                .param("provider", provider.value())
                .param("day", day)
                .param("most", MOST)
                .query((row, n) -> new Overview.Unit(Reading.id(row, "id"), row.getString("name")))
                .list();
    }

    private List<Overview.Ending> ending(CareProviderId provider, LocalDate day) {
        return database.sql("""
                        select e.staff_id, s.listed_name, u.name as unit, e.valid_to from (
                            select staff_id, care_unit_id, valid_to from organisation.commission
                            where care_provider_id = :provider and valid_to between greatest(valid_from, :day) and :soon
                            union all
                            select staff_id, care_unit_id, valid_to from organisation.assignment
                            where care_provider_id = :provider and valid_to between greatest(valid_from, :day) and :soon) e
                        join organisation.staff s on s.id = e.staff_id
                        left join organisation.care_unit u on u.id = e.care_unit_id
                        order by e.valid_to, s.listed_name, s.id limit :most""")
                .param("provider", provider.value())
                .param("day", day)
                .param("soon", day.plusDays(SOON_IN_DAYS))
                .param("most", MOST)
                .query((row, n) -> new Overview.Ending(
                        Reading.id(row, "staff_id"),
                        row.getString("listed_name"),
                        row.getString("unit"),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
