package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.Token;
import se.vardmote.platform.TestDatabase;

/** R0-35, R0-36: what is typed on a shared iPad survives a lost connection, and nobody but that visitor can read it. */
class DraftsTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Drafts drafts = new Drafts(db.app(), clock);
    private final Token visitor = Token.fresh();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_visitor_finds_what_was_typed_last() {
        keep("Tol");
        keep("Tolvan Tolvansson");
        assertThat(drafts.of(visitor)).contains("Tolvan Tolvansson");
    }

    @Test
    void five_minutes_after_the_last_letter_it_is_gone() {
        keep("Tolvan");
        clock.pass(Duration.ofMinutes(4));
        keep("Tolvan T");
        clock.pass(Duration.ofMinutes(4));
        assertThat(drafts.of(visitor)).contains("Tolvan T");
        assertThat(drafts.isKept(visitor)).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(drafts.of(visitor)).isEmpty();
        assertThat(drafts.isKept(visitor)).isFalse();
    }

    @Test
    void rows_that_are_too_old_are_removed_and_the_others_left() {
        keep("Tolvan");
        clock.pass(Duration.ofMinutes(3));
        Token other = Token.fresh();
        drafts.keep(other, TestCast.VELLINGE, "Trettonde");
        clock.pass(Duration.ofMinutes(2));
        assertThat(drafts.forgetExpired()).isOne();
        assertThat(drafts.of(other)).contains("Trettonde");
    }

    @Test
    void without_the_cookie_the_row_tells_nobody_anything() {
        keep("Tolvan Tolvansson");
        assertThat(drafts.of(Token.fresh())).isEmpty();
        var row = db.owner()
                .sql("select token_hash, sealed from assessment.draft")
                .query()
                .singleRow();
        assertThat(new String((byte[]) row.get("sealed"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Tolvan");
        assertThat((byte[]) row.get("token_hash"))
                .isNotEqualTo(java.util.Base64.getUrlDecoder().decode(visitor.text()));
    }

    @Test
    void a_sent_form_leaves_nothing_behind() {
        keep("Tolvan");
        drafts.forget(visitor);
        assertThat(db.owner()
                        .sql("select count(*) from assessment.draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void keep(String text) {
        drafts.keep(visitor, TestCast.VELLINGE, text);
    }
}
