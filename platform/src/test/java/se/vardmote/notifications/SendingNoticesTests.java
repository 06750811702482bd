package se.vardmote.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.NoticeId;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be sent leaves once somebody takes it, and is forgotten then (issue 4: SMS and e-mail with delivery state). The mail server
 * is a real one.
 */
class SendingNoticesTests {
    private static final String TOKEN = "a-token-of-the-test";
    private static final String TEXT = "Din kod är 123456.";
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-17T12:00:00Z"));
    private final List<Map<?, ?>> texts = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int answer = 202;
    private final HttpServer gateway = gateway();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Sealed sealed;
    private final List<Carrier> carriers;
    private final Outbox outbox;
    private final Notifications notifications;

    SendingNoticesTests() throws IOException {
        mail.start();
        sealed = new Sealed(new SecretFiles(Files.createTempDirectory(Path.of("target"), "secrets-")));
        URI endpoint = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms");
        carriers = List.of(
                new HttpSms(endpoint, new SmsSettings(endpoint, TOKEN, "Vardmote", Duration.ofSeconds(5))),
                new SmtpMail("127.0.0.1", mailSettings(mail.getSmtp().getPort())));
        outbox = new Outbox(db.app(), sealed, carriers, clock);
        notifications = new Notifications(db.app(), sealed, carriers, event -> {}, clock);
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        mail.stop();
        db.close();
    }

    @Test
    void a_text_message_is_handed_to_the_gateway_with_number_sender_and_proof() {
        NoticeId id = notifications.send(toPhone());
        assertThat(state(id)).isEqualTo(Delivery.State.WAITING);
        outbox.empty();
        assertThat(texts)
                .singleElement()
                .isEqualTo(Map.of("to", "+46701740611", "from", "Vardmote", "text", TEXT, "reference", id.toString()));
        assertThat(tokens).containsExactly("Bearer " + TOKEN);
        assertThat(state(id)).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void an_e_mail_arrives_with_its_letters_and_asks_for_no_answer() throws Exception {
        NoticeId id = notifications.send(toMailbox("tolvan@example.se"));
        outbox.empty();
        MimeMessage arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Din vårdtid på video");
        assertThat(arrived.getContent().toString().strip()).isEqualTo(TEXT);
        assertThat(arrived.getAllRecipients()).extracting(Object::toString).containsExactly("tolvan@example.se");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(state(id)).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void while_it_waits_nobody_reads_it_in_the_database_and_afterwards_it_is_not_there() {
        notifications.send(toPhone());
        notifications.send(toMailbox("tolvan@example.se"));
        assertThat(rows())
                .hasSize(2)
                .noneMatch(row -> row.contains("123456") || row.contains("70174") || row.contains("tolvan"));
        assertThat(sealedFields()).isEqualTo(6);
        outbox.empty();
        assertThat(sealedFields()).isZero();
    }

    @Test
    void a_notice_moved_to_another_row_cannot_be_read_there() {
        NoticeId one = notifications.send(toPhone());
        byte[] closed = sealed.close(one, "text", TEXT);
        assertThat(sealed.open(one, "text", closed)).isEqualTo(TEXT);
        assertThatThrownBy(() -> sealed.open(NoticeId.next(), "text", closed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealed.open(one, "to", closed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_gateway_that_does_not_answer_is_tried_again_ever_more_seldom_until_it_does() {
        answer = 503;
        NoticeId id = notifications.send(toPhone());
        outbox.empty();
        outbox.empty();
        assertThat(texts).as("not again at once").hasSize(1);
        clock.pass(Duration.ofSeconds(2));
        outbox.empty();
        assertThat(texts).hasSize(2);
        answer = 202;
        clock.pass(Duration.ofSeconds(3));
        outbox.empty();
        assertThat(state(id)).as("four seconds have not passed").isEqualTo(Delivery.State.WAITING);
        clock.pass(Duration.ofSeconds(1));
        outbox.empty();
        assertThat(state(id)).isEqualTo(Delivery.State.SENT);
        assertThat(texts).extracting(text -> (Object) text.get("reference")).containsOnly(id.toString());
    }

    @Test
    void a_gateway_that_does_not_know_us_is_ours_to_mend_but_a_refused_number_has_failed() {
        answer = 401;
        NoticeId id = notifications.send(toPhone());
        outbox.empty();
        assertThat(state(id)).isEqualTo(Delivery.State.WAITING);
        answer = 422;
        clock.pass(Duration.ofSeconds(2));
        outbox.empty();
        assertThat(state(id)).isEqualTo(Delivery.State.FAILED);
        assertThat(sealedFields()).isZero();
    }

    @Test
    void what_nobody_has_taken_in_time_is_not_sent_late() {
        answer = 503;
        NoticeId id = notifications.send(toPhone());
        outbox.empty();
        answer = 202;
        clock.pass(Duration.ofMinutes(10));
        outbox.empty();
        assertThat(state(id)).isEqualTo(Delivery.State.FAILED);
        assertThat(texts).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_away_is_waited_for() {
        int port = mail.getSmtp().getPort();
        mail.stop();
        NoticeId id = notifications.send(toMailbox("tolvan@example.se"));
        outbox.empty();
        assertThat(state(id)).isEqualTo(Delivery.State.WAITING);
        var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        clock.pass(Duration.ofSeconds(2));
        outbox.empty();
        assertThat(again.getReceivedMessages()).hasSize(1);
        again.stop();
        assertThat(state(id)).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void a_server_that_offers_no_encryption_is_told_nothing_where_encryption_is_demanded() {
        var demanding = new SmtpMail(
                "127.0.0.1",
                new MailSettings(
                        "127.0.0.1",
                        mail.getSmtp().getPort(),
                        "",
                        "",
                        "no-reply@example.se",
                        MailSettings.Encryption.STARTTLS,
                        Duration.ofSeconds(5)));
        Recipient to = Recipient.parse("tolvan@example.se").orElseThrow();
        assertThat(demanding.carry("1", to, "Din kod", TEXT)).isEqualTo(Carrier.Receipt.LATER);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_transaction_that_fails_sends_nothing() {
        assertThatThrownBy(() -> db.transactions().executeWithoutResult(status -> {
                    notifications.send(toPhone());
                    throw new IllegalStateException("something else went wrong");
                }))
                .isInstanceOf(IllegalStateException.class);
        outbox.empty();
        assertThat(texts).isEmpty();
    }

    @Test
    void several_nodes_that_look_at_once_send_each_notice_once() throws Exception {
        List<NoticeId> ids = IntStream.range(0, 12)
                .mapToObj(n -> notifications.send(toPhone()))
                .toList();
        Callable<Void> node = () -> {
            new Outbox(db.app(), sealed, carriers, clock).empty();
            return null;
        };
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) done.get();
        }
        assertThat(texts)
                .extracting(text -> String.valueOf(text.get("reference")))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(NoticeId::toString).toList());
    }

    @Test
    void a_node_that_died_while_it_sent_has_its_notice_sent_by_another_one() {
        NoticeId id = notifications.send(toPhone());
        db.app()
                .sql("update notifications.notice set attempts = 1, next_attempt_at = ?")
                .params(clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                .update();
        outbox.empty();
        assertThat(texts).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        outbox.empty();
        assertThat(state(id)).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void that_it_was_sent_is_known_for_sixty_days() {
        NoticeId id = notifications.send(toPhone());
        outbox.empty();
        clock.pass(Duration.ofDays(60));
        outbox.tidy();
        assertThat(notifications.of(List.of(id))).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        outbox.tidy();
        assertThat(notifications.of(List.of(id))).isEmpty();
    }

    @Test
    void where_nobody_carries_it_nothing_is_offered() {
        var none = new Notifications(db.app(), sealed, List.of(), event -> {}, clock);
        assertThat(none.offers(Channel.SMS)).isFalse();
        assertThat(notifications.offers(Channel.SMS)).isTrue();
        assertThatThrownBy(() -> none.send(toPhone())).isInstanceOf(IllegalStateException.class);
    }

    private Notice toPhone() {
        return new Notice(
                TestCast.VELLINGE,
                Recipient.parse("070-174 06 11").orElseThrow(),
                "Din kod",
                TEXT,
                clock.instant().plus(Duration.ofMinutes(10)));
    }

    private Notice toMailbox(String address) {
        return new Notice(
                TestCast.VELLINGE,
                Recipient.parse(address).orElseThrow(),
                "Din vårdtid på video",
                TEXT,
                clock.instant().plus(Duration.ofMinutes(10)));
    }

    private Delivery.State state(NoticeId id) {
        return java.util.Objects.requireNonNull(notifications.of(List.of(id)).get(id))
                .state();
    }

    private List<String> rows() {
        return db.app()
                .sql(
                        "select n::text || encode(to_sealed, 'escape') || encode(text_sealed, 'escape') from notifications.notice n")
                .query(String.class)
                .list();
    }

    private int sealedFields() {
        return db.app()
                .sql(
                        "select coalesce(sum(num_nonnulls(to_sealed, subject_sealed, text_sealed)), 0) from notifications.notice")
                .query(Integer.class)
                .single();
    }

    private static MailSettings mailSettings(int port) {
        return new MailSettings(
                "127.0.0.1", port, "", "", "no-reply@example.se", MailSettings.Encryption.NONE, Duration.ofSeconds(5));
    }

    private HttpServer gateway() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/sms", exchange -> {
                texts.add(JsonMapper.shared()
                        .readValue(
                                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                                Map.class));
                tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(answer, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
