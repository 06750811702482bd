package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.GuestCodes.Issued;
import se.vardmote.access.GuestCodes.TooMany;
import se.vardmote.access.GuestCodes.Typed;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.GuestLinkId;

/** One-time codes and links of patients and relatives (B58; architecture: five tries, ten minutes, three an hour). */
class GuestCodeTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-17T12:00:00Z"));
    private final GuestLinks links = new GuestLinks(db.app(), clock);
    private final GuestCodes codes;
    private final GuestLinkId link;

    GuestCodeTests() throws IOException {
        var secrets = new SecretFiles(Files.createTempDirectory(Path.of("target"), "secrets-"));
        codes = new GuestCodes(db.app(), db.transactions(), new ShortCodes(secrets), clock);
        link = links.create(TestCast.VELLINGE, "planned-call", UUID.randomUUID(), GuestRole.PATIENT);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void six_digits_open_once() {
        Issued code = issue();
        assertThat(code.code()).matches("[0-9]{6}");
        assertThat(codes.attempt(
                        link, code.code().substring(0, 3) + " " + code.code().substring(3)))
                .isEqualTo(Typed.RIGHT);
        assertThat(codes.attempt(link, code.code())).isEqualTo(Typed.NONE);
    }

    @Test
    void the_fifth_wrong_try_locks_the_code_and_a_new_one_opens() {
        Issued code = issue();
        for (int i = 0; i < 4; i++) assertThat(codes.attempt(link, wrong(code))).isEqualTo(Typed.WRONG);
        assertThat(codes.attempt(link, wrong(code))).isEqualTo(Typed.LOCKED);
        assertThat(codes.attempt(link, code.code())).isEqualTo(Typed.LOCKED);
        assertThat(codes.attempt(link, issue().code())).isEqualTo(Typed.RIGHT);
    }

    @Test
    void after_four_wrong_tries_the_right_one_opens() {
        Issued code = issue();
        for (int i = 0; i < 4; i++) codes.attempt(link, wrong(code));
        assertThat(codes.attempt(link, code.code())).isEqualTo(Typed.RIGHT);
    }

    @Test
    void many_tries_at_once_are_five_too() throws Exception {
        Issued code = issue();
        Callable<Typed> guess = () -> codes.attempt(link, wrong(code));
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done :
                    threads.invokeAll(Stream.generate(() -> guess).limit(20).toList())) done.get();
        }
        assertThat(db.app()
                        .sql("select tries from access.guest_code")
                        .query(Integer.class)
                        .single())
                .isEqualTo(GuestCodes.TRIES);
    }

    @Test
    void of_two_who_type_the_right_code_at_once_one_is_right() throws Exception {
        Issued code = issue();
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            Future<Typed> second = db.transactions().execute(status -> {
                assertThat(codes.attempt(link, code.code())).isEqualTo(Typed.RIGHT);
                Future<Typed> came = elsewhere.submit(() -> codes.attempt(link, code.code()));
                db.awaitHeldUp(came);
                return came;
            });
            assertThat(second.get()).isEqualTo(Typed.NONE);
        }
    }

    @Test
    void a_code_is_valid_for_ten_minutes_and_ends_when_another_is_made() {
        Issued first = issue();
        assertThat(first.until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        Issued second = issue();
        assertThat(codes.attempt(link, first.code()))
                .isEqualTo(first.code().equals(second.code()) ? Typed.RIGHT : Typed.WRONG);
        clock.pass(Duration.ofMinutes(10));
        assertThat(codes.attempt(link, second.code())).isEqualTo(Typed.NONE);
    }

    @Test
    void three_in_an_hour_by_whatever_way_is_the_most_and_the_next_one_comes_when_the_first_is_an_hour_old() {
        codes.issue(link, CodeWay.SMS);
        clock.pass(Duration.ofMinutes(20));
        codes.issue(link, CodeWay.READ_OUT);
        codes.issue(link, CodeWay.SMS);
        assertThat(codes.issue(link, CodeWay.SMS))
                .isEqualTo(new TooMany(clock.instant().plus(Duration.ofMinutes(40))));
        clock.pass(Duration.ofMinutes(40));
        assertThat(codes.issue(link, CodeWay.SMS)).isInstanceOf(Issued.class);
        assertThat(codes.issue(link, CodeWay.SMS)).isInstanceOf(TooMany.class);
    }

    @Test
    void many_who_ask_at_once_get_three() throws Exception {
        Callable<GuestCodes.Asked> ask = () -> codes.issue(link, CodeWay.SMS);
        try (var threads = Executors.newFixedThreadPool(6)) {
            long got = threads.invokeAll(Stream.generate(() -> ask).limit(12).toList()).stream()
                    .filter(done -> done.resultNow() instanceof Issued)
                    .count();
            assertThat(got).isEqualTo(GuestCodes.MOST_AN_HOUR);
        }
    }

    @Test
    void a_code_of_one_link_opens_no_other_and_is_counted_for_its_own_only() {
        GuestLinkId other = links.create(TestCast.VELLINGE, "planned-call", UUID.randomUUID(), GuestRole.RELATIVE);
        Issued code = issue();
        assertThat(codes.attempt(other, code.code())).isEqualTo(Typed.NONE);
        for (int i = 0; i < 3; i++) assertThat(codes.issue(other, CodeWay.SMS)).isInstanceOf(Issued.class);
        assertThat(codes.issue(link, CodeWay.SMS)).isInstanceOf(Issued.class);
    }

    @Test
    void only_what_is_to_be_read_out_is_shown_to_the_professional() {
        codes.issue(link, CodeWay.SMS);
        assertThat(codes.toReadOut(List.of(link))).isEmpty();
        Issued out = (Issued) codes.issue(link, CodeWay.READ_OUT);
        assertThat(codes.toReadOut(List.of(link))).containsEntry(link, out);
        codes.attempt(link, out.code());
        assertThat(codes.toReadOut(List.of(link))).isEmpty();
    }

    @Test
    void the_table_holds_no_code_and_no_link() {
        Issued code = issue();
        LinkToken token = links.issue(link).orElseThrow();
        String rows = db.app()
                .sql(
                        "select string_agg(c::text, '') || (select string_agg(s::text, '') from access.guest_secret s) from access.guest_code c")
                .query(String.class)
                .single();
        assertThat(rows).doesNotContain(code.code(), token.text());
    }

    @Test
    void a_link_has_a_hundred_and_twenty_eight_bits_and_one_spelling() {
        LinkToken token = links.issue(link).orElseThrow();
        assertThat(token.text()).matches("[A-Za-z0-9_-]{22}");
        assertThat(LinkToken.parse(token.text())).isPresent();
        // The last letter has bits to spare.
        long spellings = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .filter(last -> LinkToken.parse(token.text().substring(0, 21) + (char) last)
                        .flatMap(links::opens)
                        .isPresent())
                .count();
        assertThat(spellings).isEqualTo(1);
        assertThat(LinkToken.parse("")).isEmpty();
        assertThat(LinkToken.parse(token.text() + "=")).isEmpty();
    }

    @Test
    void looking_uses_nothing_up_and_each_time_that_it_is_sent_it_has_another_secret_beside_the_earlier() {
        LinkToken first = links.issue(link).orElseThrow();
        LinkToken second = links.issue(link).orElseThrow();
        assertThat(first.text()).isNotEqualTo(second.text());
        for (int i = 0; i < 3; i++) {
            assertThat(links.opens(first)).map(GuestInvitation::id).contains(link);
            assertThat(links.opens(second)).map(GuestInvitation::id).contains(link);
        }
    }

    @Test
    void a_link_that_is_taken_back_opens_nothing_nor_goes_on_in_a_browser() {
        LinkToken token = links.issue(link).orElseThrow();
        Token visit = links.visit(links.opens(token).orElseThrow());
        assertThat(links.holderOf(visit.hash())).isPresent();
        links.revoke(link);
        assertThat(links.opens(token)).isEmpty();
        assertThat(links.holderOf(visit.hash())).isEmpty();
        assertThat(links.issue(link)).isEmpty();
    }

    /** Longer than anything is planned ahead: what nobody has revoked does not open for ever. */
    @Test
    void a_link_is_over_after_four_hundred_days() {
        var token = links.issue(link).orElseThrow();
        clock.pass(Duration.ofDays(400).minusSeconds(1));
        assertThat(links.opens(token)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(links.opens(token)).isEmpty();
    }

    @Test
    void a_browser_has_two_hours_to_show_who_it_is() {
        Token visit = links.visit(links.opens(links.issue(link).orElseThrow()).orElseThrow());
        clock.pass(GuestLinks.VISIT);
        assertThat(links.holderOf(visit.hash())).isEmpty();
    }

    private Issued issue() {
        return (Issued) codes.issue(link, CodeWay.SMS);
    }

    private static String wrong(Issued code) {
        return "%06d".formatted((Integer.parseInt(code.code()) + 1) % 1_000_000);
    }
}
