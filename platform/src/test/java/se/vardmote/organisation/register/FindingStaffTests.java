package se.vardmote.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Staff are found by how their names begin, or by HSA-id, among as many as there may be. */
class FindingStaffTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final StaffLists lists = new StaffLists(database.app());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_word_typed_is_the_beginning_of_a_word_of_the_name_in_any_order() {
        staff("1", "Noor Sandgren");
        staff("2", "Disa Holmqvist");
        staff("3", "Mika Rönn");
        assertThat(found("noor")).containsExactly("Noor Sandgren");
        assertThat(found("sand NO")).containsExactly("Noor Sandgren");
        assertThat(found("rön")).containsExactly("Mika Rönn");
        assertThat(found("gren")).isEmpty();
        assertThat(found("noor holm")).isEmpty();
        assertThat(found("%")).as("nothing but signs is nothing typed").hasSize(3);
    }

    @Test
    void an_HSA_id_finds_its_holder_however_it_is_cased() {
        staff("1", "Noor Sandgren");
        staff("2", "Disa Holmqvist");
        assertThat(found("se2120001132-S2")).containsExactly("Disa Holmqvist");
        assertThat(found("SE2120001132-s")).hasSize(2);
    }

    @Test
    void another_care_providers_staff_are_not_in_the_list() {
        cast.staff("SE2120001199-1", "Noor Sandgren", Profession.NURSE);
        assertThat(found("noor")).isEmpty();
        assertThat(lists.all(TestCast.VELLINGE, TODAY, null).lines()).isEmpty();
    }

    @Test
    void whoever_works_at_a_unit_is_listed_there_whoever_keeps_the_row() {
        StaffId guest = cast.staff("SE2120001199-1", "Noor Sandgren", Profession.NURSE);
        cast.commission(guest, TestCast.NURSES, TestCast.CARE);
        cast.commission(staff("2", "Disa Holmqvist"), TestCast.NURSES, TestCast.CARE, TODAY.plusDays(1), null);
        assertThat(lists.at(TestCast.VELLINGE, TestCast.NURSES, TODAY, null).lines())
                .extracting(PersonLine::name, PersonLine::units)
                .containsExactly(tuple("Noor Sandgren", "Kommunsjuksköterskorna"));
    }

    @Test
    void a_changed_name_is_found_and_the_old_one_is_not() {
        staff("1", "Noor Sandgren");
        database.app().sql("update organisation.staff set name = 'Noor Brink'").update();
        assertThat(found("brink")).hasSize(1);
        assertThat(found("sandgren")).isEmpty();
    }

    @Test
    void pages_follow_on_each_other_and_nobody_comes_twice_or_is_left_out() {
        many(230);
        for (String search : List.of("", "a", "a b")) {
            List<StaffId> all = new ArrayList<>();
            @Nullable StaffId after = null;
            do {
                var page = lists.called(TestCast.VELLINGE, search, TODAY, after);
                assertThat(page.lines()).hasSizeLessThanOrEqualTo(StaffLists.ON_A_PAGE);
                page.lines().forEach(line -> all.add(line.id()));
                after = page.more() ? page.lines().getLast().id() : null;
            } while (after != null && all.size() <= 230);
            assertThat(all).as(search).doesNotHaveDuplicates().hasSize(230);
        }
    }

    /** The figure of {@code ./vardmote bench staff} rests on this: a page is read in order from the index, without sorting. */
    @Test
    void a_page_of_a_search_among_twenty_thousand_is_read_in_order_from_an_index() {
        many(20_000);
        database.owner()
                .sql("analyze organisation.staff, organisation.staff_word")
                .update();
        assertThat(plan("""
                        select w.staff_id, row_number() over (order by w.word, w.name, w.staff_id) as place
                        from organisation.staff_word w
                        where w.care_provider_id = :provider and w.word >= 'a' and w.word < 'b' and strpos(w.words, ' b') > 0
                            and not exists (select from organisation.staff_word e
                                where e.staff_id = w.staff_id and e.word >= 'a' and e.word < w.word)
                        order by w.word, w.name, w.staff_id limit 51""")).contains("staff_word_in_order", "staff_word_pkey").doesNotContain("Seq Scan", "Sort");
        assertThat(plan("""
                        select s.id from organisation.staff s where s.care_provider_id = :provider
                            and (s.listed_name, s.id) > ('B', '00000000-0000-7000-8000-000000000001')
                        order by s.listed_name, s.id limit 51""")).contains("staff_of_provider").doesNotContain("Seq Scan", "Sort");
    }

    private String plan(String question) {
        return String.join(
                "\n",
                database.app()
                        .sql("explain " + question)
                        .params(Map.of("provider", TestCast.VELLINGE.value()))
                        .query(String.class)
                        .list());
    }

    private void many(int number) {
        database.owner()
                .sql("""
                        insert into organisation.staff (id, care_provider_id, hsa_id, name, profession)
                        select gen_random_uuid(), :provider, 'SE2120001132-X' || n, 'A' || md5(n::text) || ' Ab B' || n, 'NURSE'
                        from generate_series(1, :number) n""")
                .param("provider", TestCast.VELLINGE.value())
                .param("number", number)
                .update();
    }

    private StaffId staff(String number, String name) {
        return cast.staff("SE2120001132-S" + number, name, Profession.NURSE);
    }

    private List<String> found(String typed) {
        return lists.called(TestCast.VELLINGE, typed, TODAY, null).lines().stream()
                .map(PersonLine::name)
                .toList();
    }
}
