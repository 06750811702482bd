package se.vardmote.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DeviceId;

/** The devices of one care provider, a page at a time: those in use first, then by name. */
@Component
public class DeviceLists {
    public static final int ON_A_PAGE = 50;
    private static final String SELECT = """
            select d.*, u.name as unit_name from organisation.device d
            join organisation.care_unit u on u.id = d.care_unit_id
            where d.care_provider_id = :provider and\s""";
    /** Every word typed is a part of its name, number, unit or area. */
    private static final String FOUND = """
            not exists (select from unnest(:words) w
                where strpos(lower(concat_ws(' ', d.name, d.asset_number, u.name, d.area)), w) = 0)""";
    /** Its place in the list, and that of another. */
    private static final String PLACE = """
            (d.revoked_at is not null, d.name, d.id) %s (select a.revoked_at is not null, a.name, a.id
                from organisation.device a where a.id = :other and a.care_provider_id = :provider)""";

    private final JdbcClient database;

    public DeviceLists(JdbcClient database) {
        this.database = database;
    }

    /** A device, what is known about it as a thing, and the name of its unit. */
    public record Line(Device device, Stock.Item item, String unit) {}

    /**
     * @param total of all pages
     * @param more whether there are more after these
     */
    public record Page(List<Line> lines, int total, boolean more) {}

    /** All of them, or those that were searched for; after one, when given. */
    public Page called(CareProviderId provider, String typed, @Nullable DeviceId after) {
        return page(provider, typed, after == null ? "true" : PLACE.formatted(">"), after);
    }

    /** All of them from one on. */
    public Page from(CareProviderId provider, DeviceId first) {
        return page(provider, "", PLACE.formatted(">="), first);
    }

    /** {@code where} is one of our own conditions, never anything that came in. */
    private Page page(CareProviderId provider, String typed, String where, @Nullable DeviceId other) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<Line> lines = database.sql(SELECT + FOUND + " and " + where
                        + " order by d.revoked_at is not null, d.name, d.id limit :most")
                .param("provider", provider.value())
                .param("words", words)
                .param("other", other == null ? null : other.value())
                .param("most", ON_A_PAGE + 1)
                .query((row, n) -> line(row))
                .list();
        boolean more = lines.size() > ON_A_PAGE;
        return new Page(more ? lines.subList(0, ON_A_PAGE) : lines, total(provider, words), more);
    }

    private int total(CareProviderId provider, String[] words) {
        return database.sql("select count(*) from (" + SELECT + FOUND + ") found")
                .param("provider", provider.value())
                .param("words", words)
                .query(Integer.class)
                .single();
    }

    /**
     * Those that have one of these numbers, and of those in use and without a number the ones that are called so, however it is
     * cased. Of several with a number the one in use comes first, then the one that was last.
     */
    public List<Line> marked(CareProviderId provider, Collection<String> numbers, Collection<String> names) {
        return database.sql(SELECT + """
                        (lower(d.asset_number) in (select lower(n) from unnest(:numbers) n)
                            or d.asset_number is null and d.revoked_at is null
                                and lower(d.name) in (select lower(n) from unnest(:names) n))
                        order by d.revoked_at desc nulls first, d.id""")
                .param("provider", provider.value())
                .param("numbers", numbers.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(Devices.device(row), Stock.item(row), row.getString("unit_name"));
    }
}
