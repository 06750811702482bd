package se.vardmote.meetings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.SuitabilityJudgement;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Pictures;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.SentPictures;
import se.vardmote.meetings.Texts;
import se.vardmote.meetings.picture.Jpegs;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;
import tools.jackson.databind.json.JsonMapper;

/** R0-37, R0-38: who sends a picture, who sees it and who saves it, asked at the door of the whole product. */
class PicturesAtTheDoorTests {
    private static final String SARA = "SE2120001132-1001";
    private static final String COLLEAGUE = "SE2120001132-1002";
    private static final byte[] JPEG = Jpegs.fromACamera(1280, 720, 6);
    private static TestHouse house;
    private static StaffMember sara;
    private Token seat;
    private RetentionUnitId conversation;
    private MeetingId meeting;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        StaffId id = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
        house.cast.commission(id, TestCast.NURSES, TestCast.CARE);
        house.cast.commission(
                house.cast.staff(COLLEAGUE, "Siv Andersson", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        StaffMember nurse = TestCast.nurse();
        sara = new StaffMember(
                nurse.session(),
                id,
                nurse.hsaId(),
                nurse.name(),
                nurse.profession(),
                nurse.licensed(),
                nurse.commission(),
                nurse.careProvider(),
                nurse.unit(),
                nurse.unitName(),
                nurse.assurance(),
                false,
                false,
                true);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void call() {
        var receiving = bean(Organisation.class).unit(TestCast.NURSES).orElseThrow();
        seat = bean(DropInRoom.class)
                .knock(
                        TestAssessment.knock("Tolvan Tolvansson"),
                        new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving))
                .orElseThrow();
        conversation =
                bean(Conversations.class).holderOf(seat.hash()).orElseThrow().unit();
        meeting = bean(SuitabilityJudgement.class)
                .admit(sara, bean(DropIns.class).of(conversation).orElseThrow().id(), TestAssessment.informed());
    }

    @Test
    void the_professional_sees_what_the_care_worker_sent_without_what_the_camera_wrote() {
        assertThat(send(JPEG).statusCode()).isEqualTo(204);

        HttpResponse<byte[]> seen = house.signedIn(SARA).fetch(address());

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Tolvan", "Exif");
        assertThat(onRecord("READ", "read")).isEqualTo(1);
        assertThat(onRecord("WRITE", "send")).isEqualTo(1);
    }

    @Test
    void neither_the_care_worker_nor_a_colleague_who_is_not_in_the_call_gets_it() {
        send(JPEG);
        assertThat(atTheDevice().fetch(address()).statusCode()).isIn(303, 401, 403);
        assertThat(house.signedIn(COLLEAGUE).fetch(address()).statusCode()).isEqualTo(403);
        assertThat(house.browser().fetch(address()).statusCode()).isIn(303, 401, 403);
        assertThat(onRecord("READ", "read")).isZero();
        assertThat(atTheDevice()
                        .bytes(address() + "/spara", new byte[0], "/samtal")
                        .statusCode())
                .isIn(401, 403);
    }

    /** Somebody else's picture under one's own meeting's address is no picture. */
    @Test
    void one_of_another_call_is_not_found_under_this_one() {
        send(JPEG);
        PictureId others = only();
        call();
        assertThat(house.signedIn(SARA)
                        .fetch("/samtal/" + meeting + "/bild/" + others)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void without_a_seat_nothing_is_sent_and_with_one_only_pictures() {
        assertThat(house.browser()
                        .bytes("/samtal/bild", JPEG, "/", "Idempotency-Key", key())
                        .statusCode())
                .isIn(303, 401, 403);
        HttpResponse<String> answer = send("<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("meetings/not-a-picture");
        assertThat(bean(SentPictures.class).undecided(conversation)).isEmpty();
    }

    @Test
    void the_same_key_again_is_the_same_picture() {
        String key = key();
        for (int i = 0; i < 3; i++)
            assertThat(send(atTheDevice(), JPEG, key).statusCode()).isEqualTo(204);
        assertThat(bean(SentPictures.class).undecided(conversation)).hasSize(1);
    }

    @Test
    void saved_it_is_in_the_note_and_only_after_somebody_said_whether_the_patient_was_asked_and_who_it_is() {
        send(JPEG);
        byte[] seen = house.signedIn(SARA).fetch(address()).body();
        HttpResponse<String> unasked = decide("spara", Map.of());
        assertThat(unasked.statusCode()).isEqualTo(422);
        assertThat(unasked.body()).contains("meetings/patient-not-asked");

        HttpResponse<String> unconfirmed = decide("spara", Map.of("asked", "yes"));
        assertThat(unconfirmed.statusCode()).isEqualTo(409);
        assertThat(unconfirmed.body())
                .contains("meetings/patient-not-confirmed")
                .doesNotContain("Tolvan");
        HttpResponse<String> patient =
                house.signedIn(SARA).get("/samtal/" + meeting + "/patient", "Accept", "application/json");
        assertThat(patient.body()).contains("\"name\":\"Tolvan Tolvansson\"");
        assertThat(decide("spara", Map.of("asked", "yes", "rightPatient", "somebody-else"))
                        .statusCode())
                .isEqualTo(409);
        String shown = JsonMapper.shared().readTree(patient.body()).path("id").asString();
        Map<String, String> said = Map.of("asked", "yes", "rightPatient", shown);
        assertThat(decide("spara", said).statusCode()).isEqualTo(204);

        Duty duty = bean(Duties.class).of(meeting).orElseThrow();
        Pictures.Saved saved = bean(Pictures.class).of(duty).getFirst();
        assertThat(saved.asked()).isEqualTo(Pictures.Asked.ASKED);
        assertThat(saved.takenBy()).isEqualTo("Karin Larsson");
        assertThat(bean(Pictures.class).read(duty, saved.id(), sara)).contains(seen);
        assertThat(bean(SentPictures.class).undecided(conversation)).isEmpty();
    }

    /** R2-77, B4. */
    @Test
    void the_units_routine_decides_whether_it_may_be_saved() {
        send(JPEG);
        allow(false);
        try {
            HttpResponse<String> refused = decide("spara", Map.of("asked", "yes"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("meetings/pictures-not-saved-here");
            assertThat(decide("kasta", Map.of()).statusCode()).isEqualTo(204);
            assertThat(bean(SentPictures.class).undecided(conversation)).isEmpty();
        } finally {
            allow(true);
        }
    }

    /** A full disk where pictures lie stops the picture, not the call. */
    @Test
    void with_no_room_for_pictures_it_is_said_and_the_call_goes_on() {
        byte[] large = Jpegs.noise(1600, 1200);
        String key = key();
        try (var disk = FullDisk.ofPictures(house.database)) {
            HttpResponse<String> answer = send(atTheDevice(), large, key);
            assertThat(answer.statusCode()).as(disk.toString()).isEqualTo(507);
            assertThat(answer.body())
                    .contains("meetings/picture-not-kept")
                    .contains("Det finns inte plats för bilden just nu. Samtalet fortsätter.");
            assertThat(bean(Texts.class)
                            .say(
                                    conversation,
                                    bean(Participants.class)
                                            .of(conversation)
                                            .getFirst()
                                            .id(),
                                    UUID.randomUUID(),
                                    "Jag visar i kameran i stället."))
                    .isTrue();
            assertThat(bean(Meetings.class).of(conversation).orElseThrow().goesOn())
                    .isTrue();
        }
        assertThat(send(atTheDevice(), large, key).statusCode()).isEqualTo(204);
        assertThat(bean(SentPictures.class).undecided(conversation)).hasSize(1);
    }

    /** R2-77: those that come byte by byte stop the others of their own seat, and no other seat. */
    @Test
    void slow_ones_from_one_seat_do_not_keep_anothers_out() throws IOException {
        try (var slow = new Trickles(this::atTheDevice)) {
            await().until(() -> {
                slow.keep(2);
                return send(new byte[0]).statusCode() == 503;
            });
            assertThat(send(JPEG).body()).contains("meetings/picture-later");
            call();
            assertThat(send(JPEG).statusCode()).isEqualTo(204);
        }
    }

    private HttpResponse<String> send(byte[] body) {
        return send(atTheDevice(), body, key());
    }

    private static HttpResponse<String> send(TestBrowser device, byte[] body, String key) {
        return device.bytes("/samtal/bild", body, "/samtal", "Idempotency-Key", key, "Content-Type", "image/jpeg");
    }

    private TestBrowser atTheDevice() {
        TestBrowser device = house.browser();
        device.cookies.put("__Host-seat", seat.text());
        return device;
    }

    private HttpResponse<String> decide(String what, Map<String, String> fields) {
        TestBrowser browser = house.signedIn(SARA);
        var body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + f.getValue())
                .toList();
        return browser.bytes(
                address() + "/" + what,
                String.join("&", body).getBytes(StandardCharsets.UTF_8),
                "/min-dag",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private String address() {
        return "/samtal/" + meeting + "/bild/" + only();
    }

    private PictureId only() {
        List<?> all = bean(SentPictures.class).undecided(conversation);
        assertThat(all).hasSize(1);
        return bean(SentPictures.class).undecided(conversation).getFirst().id();
    }

    private long onRecord(String activity, String action) {
        return house.database
                .owner()
                .sql("""
                        select count(*) from audit.event where object_type = 'picture' and object_id = ?
                            and activity = ? and action = ? and outcome <> 'REFUSED'""")
                .params(only().value(), activity, action)
                .query(Long.class)
                .single();
    }

    private static void allow(boolean saving) {
        house.cast.decides(TestCast.NURSES, "pictures.saved", saving ? "yes" : "no");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
