package se.vardmote.organisation.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * The staff of a care provider, a page at a time. Each page is one question and is read from an index in its order, however
 * many there are. Protected names are in none: who has one is found by HSA-id.
 */
@Component
public class StaffLists {
    public static final int ON_A_PAGE = 50;
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);
    private final JdbcClient database;

    public StaffLists(JdbcClient database) {
        this.database = database;
    }

    /** @param more whether there are more after these */
    public record Page(List<PersonLine> lines, boolean more) {}

    /** Everybody whom the care provider keeps, by name; after somebody, when given. */
    public Page all(CareProviderId provider, LocalDate day, @Nullable StaffId after) {
        return page(
                provider,
                day,
                """
                        select s.id, row_number() over (order by s.listed_name, s.id) as place from organisation.staff s
                        where s.care_provider_id = :provider %s
                        order by s.listed_name, s.id""".formatted(
                                after == null
                                        ? ""
                                        : "and (s.listed_name, s.id) > (select a.listed_name, a.id from organisation.staff a where a.id = :after)"),
                after,
                Map.of());
    }

    /** Everybody who works at a unit on the day, whoever keeps them. */
    public Page at(CareProviderId provider, CareUnitId unit, LocalDate day, @Nullable StaffId after) {
        return page(
                provider,
                day,
                """
                        select s.id, row_number() over (order by s.listed_name, s.id) as place from organisation.staff s
                        where s.id in (
                            select c.staff_id from organisation.commission c
                            where c.care_unit_id = :unit and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                            union
                            select a.staff_id from organisation.assignment a
                            where a.care_unit_id = :unit and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day)) %s
                        order by s.listed_name, s.id""".formatted(
                                after == null
                                        ? ""
                                        : "and (s.listed_name, s.id) > (select a.listed_name, a.id from organisation.staff a where a.id = :after)"),
                after,
                Map.of("unit", unit.value()));
    }

    /**
     * Those for whom every word typed is the beginning of a word of their name, or of their HSA-id, in the order of the word
     * that was found.
     */
    public Page called(CareProviderId provider, String typed, LocalDate day, @Nullable StaffId after) {
        List<String> words = words(typed);
        if (words.isEmpty()) return all(provider, day, after);
        Map<String, Object> values = new HashMap<>();
        values.put("first", words.getFirst());
        values.put("last", words.getFirst() + LAST_CHARACTER);
        StringBuilder others = new StringBuilder();
        for (int i = 1; i < words.size(); i++) {
            others.append(" and strpos(w.words, :other").append(i).append(") > 0");
            values.put("other" + i, " " + words.get(i));
        }
        return page(provider, day, """
                        select w.staff_id as id, row_number() over (order by w.word, w.name, w.staff_id) as place
                        from organisation.staff_word w
                        where w.care_provider_id = :provider and w.word >= :first and w.word < :last %s %s
                            -- Each once, where the first of the words that fit stands.
                            and not exists (select from organisation.staff_word e
                                where e.staff_id = w.staff_id and e.word >= :first and e.word < w.word)
                        order by w.word, w.name, w.staff_id""".formatted(others, after == null ? "" : """
                        and (w.word, w.name, w.staff_id) > (select a.word, a.name, a.staff_id from organisation.staff_word a
                            where a.staff_id = :after and a.word >= :first and a.word < :last order by a.word limit 1)"""), after, values);
    }

    /** {@code which} is one of our own questions, never anything that came in. */
    private Page page(
            CareProviderId provider, LocalDate day, String which, @Nullable StaffId after, Map<String, Object> values) {
        List<PersonLine> lines = database.sql("""
                        with page as materialized (
                        %s limit :most)
                        select s.id, s.hsa_id, s.listed_name, s.profession, s.licensed, (
                            select string_agg(distinct u.name, ', ' order by u.name) from organisation.care_unit u where u.id in (
                                select c.care_unit_id from organisation.commission c
                                where c.staff_id = s.id and c.care_provider_id = :provider
                                    and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                                union
                                select a.care_unit_id from organisation.assignment a
                                where a.staff_id = s.id and a.care_provider_id = :provider
                                    and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day))) as units
                        from page join organisation.staff s on s.id = page.id order by page.place""".formatted(which))
                .param("provider", provider.value())
                .param("day", day)
                .param("most", ON_A_PAGE + 1)
                .param("after", after == null ? null : after.value())
                .params(values)
                .query((row, n) -> new PersonLine(
                        new StaffId(Reading.id(row, "id")),
                        HsaId.of(row.getString("hsa_id")),
                        row.getString("listed_name"),
                        Profession.valueOf(row.getString("profession")),
                        row.getBoolean("licensed"),
                        row.getString("units")))
                .list();
        boolean more = lines.size() > ON_A_PAGE;
        return new Page(more ? lines.subList(0, ON_A_PAGE) : lines, more);
    }

    /** The longest first: it leaves the fewest to look through. An HSA-id stays in one piece. */
    static List<String> words(String typed) {
        return Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .flatMap(word -> word.chars().anyMatch(Character::isDigit)
                        ? Stream.of(word)
                        : Arrays.stream(word.split("[^\\p{L}\\p{M}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(5)
                .toList();
    }
}
