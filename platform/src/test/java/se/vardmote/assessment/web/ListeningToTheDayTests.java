package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.access.AccessNews;
import se.vardmote.access.SessionId;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Escalations;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.SuitabilityJudgement;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-1, R0-2, R0-10: the open page of "Min dag" lasts as long as the sign-in, and on duty the sign-in as long as the page. */
class ListeningToTheDayTests {
    private static final TestHouse house = new TestHouse();
    private static int number = 1000;
    private final String hsaId = "SE2120001132-" + ++number;
    private final StaffId staff = house.cast.staff(hsaId, "Sara Sjuk", Profession.NURSE);
    private final CommissionId commission = house.cast.commission(staff, TestCast.NURSES, TestCast.CARE);
    private final TestBrowser sara = house.signedIn(hsaId);
    private final DayStreams streams = house.context().getBean(DayStreams.class);
    private final String formToken =
            sara.get("/min-dag").body().replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
    private Heard stream;

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void listening() {
        stream = new Heard(sara);
        await().until(() -> stream.events().contains("event:waiting"));
    }

    @Test
    void signing_out_ends_the_stream_at_once_and_says_so() {
        sara.post("/logga-ut", Map.of(), "/min-dag");

        await().untilAsserted(() -> assertThat(stream.ended).isTrue());
        assertThat(stream.events()).endsWith("event:over", "data:signed-out");
    }

    @Test
    void a_sign_out_on_another_node_is_heard_over_the_wire() {
        endBehindTheBack("signed-out");
        house.database
                .owner()
                .sql("select pg_notify('vardmote_news', ?)")
                .param("another\nsession-ended " + session())
                .query()
                .listOfRows();

        await().untilAsserted(() -> assertThat(stream.ended).isTrue());
        assertThat(stream.events()).endsWith("event:over", "data:signed-out");
    }

    @Test
    void news_of_a_session_that_goes_on_ends_nothing() {
        house.context()
                .getBean(News.class)
                .tell(AccessNews.SESSION_ENDED, session().toString());
        int before = stream.lists();
        changed();

        await().until(() -> stream.lists() > before);
        assertThat(stream.ended).isFalse();
    }

    @Test
    void what_ended_unheard_is_asked_for_before_each_push_and_nobody_is_shown() {
        endBehindTheBack("revoked");
        int before = stream.lists();
        String seen = reads();
        somebodyKnocks();

        await().untilAsserted(() -> assertThat(stream.ended).isTrue());
        assertThat(stream.events()).endsWith("event:over", "data:revoked");
        assertThat(stream.lists()).isEqualTo(before);
        assertThat(reads()).isEqualTo(seen);
    }

    @Test
    void the_longest_time_ends_the_stream_at_the_next_beat_even_on_duty() {
        onDuty();
        for (int i = 0; i < 15; i++) {
            house.clock().pass(Duration.ofMinutes(55));
            answers();
        }
        streams.beat();
        assertThat(stream.events()).doesNotContain("event:over");
        house.clock().pass(Duration.ofMinutes(20));
        streams.beat();

        await().untilAsserted(() -> assertThat(stream.ended).isTrue());
        assertThat(stream.events()).endsWith("event:over", "data:timed-out");
    }

    @Test
    void a_commission_that_ends_ends_the_stream_at_the_next_beat() {
        house.cast.endCommission(commission, LocalDate.of(2024, 12, 31));
        streams.beat();

        await().untilAsserted(() -> assertThat(stream.ended).isTrue());
        assertThat(stream.events()).endsWith("event:over", "data:revoked");
    }

    /** PDL 4:3: what is shown is on record first, also when the first attempt at that failed. */
    @Test
    void names_whose_reading_could_not_be_put_on_record_are_shown_once_it_can_and_not_before() {
        int before = stream.lists();
        long seen = Long.parseLong(reads());
        owner().sql("create sequence public.tried").update();
        owner().sql("""
                        create function public.refuse() returns trigger language plpgsql as
                        $$ begin perform nextval('public.tried'); raise exception 'away'; end $$""").update();
        owner().sql("grant usage on sequence public.tried to public").update();
        owner().sql("""
                        create trigger away before insert on audit.event for each row when (new.activity = 'READ')
                        execute function public.refuse()""").update();
        somebodyKnocks();
        await().until(() -> owner().sql("select is_called from public.tried")
                .query(Boolean.class)
                .single());
        assertThat(stream.lists()).isEqualTo(before);

        owner().sql("drop trigger away on audit.event").update();
        changed();
        await().until(() -> stream.lists() > before);
        assertThat(Long.parseLong(reads())).isEqualTo(seen + 1);
    }

    private static JdbcClient owner() {
        return house.database.owner();
    }

    @Test
    void a_licence_that_is_taken_back_ends_the_stream_at_the_next_beat() {
        house.database
                .owner()
                .sql("update organisation.staff set profession = 'CARE_ASSISTANT' where id = ?")
                .param(staff.value())
                .update();
        streams.beat();

        await().untilAsserted(() -> assertThat(stream.ended).isTrue());
        assertThat(stream.events()).endsWith("event:over", "data:revoked");
    }

    @Test
    void who_only_listens_on_duty_is_asked_and_the_answer_keeps_the_sign_in() {
        onDuty();
        streams.ask();
        await().until(() -> stream.events().contains("event:there"));
        for (int i = 0; i < 4; i++) {
            house.clock().pass(Duration.ofMinutes(50));
            assertThat(answers()).isEqualTo(204);
        }
        streams.beat();

        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(200);
        assertThat(stream.ended).isFalse();
    }

    @Test
    void on_duty_a_page_that_does_not_answer_falls_to_the_idle_time_out() {
        onDuty();
        house.clock().pass(Duration.ofMinutes(61));
        streams.ask();
        streams.beat();

        await().untilAsserted(() -> assertThat(stream.ended).isTrue());
        assertThat(stream.events()).endsWith("event:over", "data:timed-out");
    }

    /** Whoever is sought as cover must not go on seeing somebody whom another has answered. */
    @Test
    void a_covering_unit_sees_who_waits_too_long_and_sees_them_go() {
        house.cast.setting(TestCast.NURSES, 180, TestCast.HOME_CARE, null);
        String card = "SE2120001132-" + ++number;
        house.cast.commission(house.cast.staff(card, "Siv Sjuk", Profession.NURSE), TestCast.HOME_CARE, TestCast.CARE);
        var covering = new Heard(house.signedIn(card));
        await().until(() -> covering.events().contains("event:waiting"));
        somebodyKnocks();
        house.clock().pass(Duration.ofMinutes(3));
        house.context().getBean(Escalations.class).seekFurther();
        await().until(() -> covering.shownLast().contains("Tolvan Tolvansson"));

        var dropIns = house.context().getBean(DropIns.class);
        dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES).forEach(dropIn -> house.context()
                .getBean(SuitabilityJudgement.class)
                .turnAway(TestCast.nurse(), dropIn.id(), TestAssessment.homeVisit()));
        await().until(() -> !covering.shownLast().contains("Tolvan Tolvansson"));
        owner().sql("delete from organisation.setting").update();
    }

    /** The head works elsewhere, sees no name, and is not told any longer than it is so. */
    @Test
    void a_head_is_told_at_once_that_somebody_waits_too_long_and_that_they_do_so_no_longer() {
        String card = "SE2120001132-" + ++number;
        StaffId hedda = house.cast.staff(card, "Hedda Chef", Profession.NURSE);
        house.cast.commission(hedda, TestCast.HOME_CARE, TestCast.CARE);
        house.cast.setting(TestCast.NURSES, 180, null, hedda);
        var head = new Heard(house.signedIn(card));
        await().until(() -> head.events().contains("event:calls"));
        somebodyKnocks();
        for (int step = 0; step < 2; step++) {
            house.clock().pass(Duration.ofMinutes(3));
            house.context().getBean(Escalations.class).seekFurther();
        }
        await().until(() -> head.callsLast().contains("/vantar-for-lange"));
        assertThat(head.callsLast()).doesNotContain("Tolvan");

        house.context()
                .getBean(DropIns.class)
                .waitingAt(TestCast.VELLINGE, TestCast.NURSES)
                .forEach(dropIn -> house.context()
                        .getBean(SuitabilityJudgement.class)
                        .turnAway(TestCast.nurse(), dropIn.id(), TestAssessment.homeVisit()));
        await().until(() -> !head.callsLast().contains("/vantar-for-lange"));
        owner().sql("delete from organisation.setting").update();
        owner().sql("delete from organisation.head_of_unit").update();
    }

    @Test
    void off_duty_nobody_is_asked_and_neither_an_answer_nor_a_stream_opened_again_puts_the_time_out_off() {
        streams.ask();
        house.clock().pass(Duration.ofMinutes(50));
        answers();
        new Heard(sara);
        house.clock().pass(Duration.ofMinutes(11));

        assertThat(stream.events()).doesNotContain("event:there");
        assertThat(answers()).isEqualTo(401);
        assertThat(sara.get("/min-dag").statusCode()).isEqualTo(303);
    }

    /** A page that goes away is an everyday thing: nobody should be woken by it. */
    @Test
    void a_page_that_leaves_its_stream_makes_no_line_in_the_log() throws IOException {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root.addAppender(lines);
        try {
            int before = streams.open();
            for (int i = 0; i < 5; i++) leave();
            await().until(() -> {
                changed();
                streams.beat();
                return streams.open() <= before;
            });
        } finally {
            root.detachAppender(lines);
        }
        assertThat(List.copyOf(lines.list).stream()
                        .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(line -> line.getLevel() + " " + line.getLoggerName() + " " + line.getFormattedMessage()))
                .isEmpty();
    }

    /** Reads the beginning of a stream, then cuts the connection as a browser that is closed does. */
    private void leave() throws IOException {
        try (var socket = new Socket("localhost", house.port())) {
            String request = "GET /min-dag/handelser HTTP/1.1\r\nHost: localhost:" + house.port()
                    + "\r\nAccept: text/event-stream\r\nCookie: __Host-session=" + sara.cookie("__Host-session")
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read(new byte[200])).isPositive();
            socket.setSoLinger(true, 0);
        }
    }

    private int answers() {
        return sara.raw(
                        "/min-dag/puls",
                        Map.of("_csrf", formToken),
                        "Origin",
                        house.origin(),
                        "Accept",
                        "application/json")
                .statusCode();
    }

    private void onDuty() {
        sara.post("/min-dag/tjanst", Map.of("on", "true"), "/min-dag");
    }

    private SessionId session() {
        return new SessionId(house.database
                .owner()
                .sql("select id from access.session where staff_id = ?")
                .param(staff.value())
                .query(UUID.class)
                .single());
    }

    private void endBehindTheBack(String why) {
        house.database
                .owner()
                .sql("update access.session set revoked_at = now(), revoked_why = ? where staff_id = ?")
                .params(why, staff.value())
                .update();
    }

    private void changed() {
        house.context().getBean(News.class).tell(DropInRoom.TOPIC, TestCast.NURSES.toString());
    }

    private void somebodyKnocks() {
        var receiving = house.context()
                .getBean(Organisation.class)
                .unit(TestCast.NURSES)
                .orElseThrow();
        house.context()
                .getBean(DropInRoom.class)
                .knock(
                        TestAssessment.knock("Tolvan Tolvansson"),
                        new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving));
    }

    private String reads() {
        return house.database
                .owner()
                .sql("select count(*) from audit.event where actor_id = ? and activity = 'READ'")
                .param(staff.value())
                .query(String.class)
                .single();
    }

    /** What came over one stream. */
    private static final class Heard {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        private Heard(TestBrowser browser) {
            var answer = browser.stream("/min-dag/handelser");
            Thread.ofVirtual().start(() -> {
                try {
                    answer.body().forEach(lines::add);
                } catch (UncheckedIOException e) {
                    lines.add("cut off");
                }
                ended = true;
            });
        }

        private List<String> events() {
            return lines.stream()
                    .filter(line -> line.startsWith("event:") || line.matches("data:[a-z-]+"))
                    .collect(Collectors.toList());
        }

        /** The list as it was last sent. */
        private String shownLast() {
            List<String> all = List.copyOf(lines);
            return String.join("\n", all.subList(Math.max(0, all.lastIndexOf("event:waiting")), all.size()));
        }

        /** Their own calls as they were last sent. */
        private String callsLast() {
            List<String> all = List.copyOf(lines);
            return String.join("\n", all.subList(Math.max(0, all.lastIndexOf("event:calls")), all.size()));
        }

        private int lists() {
            return (int) lines.stream().filter("event:waiting"::equals).count();
        }
    }
}
