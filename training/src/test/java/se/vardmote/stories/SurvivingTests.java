package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a call lives through: the network, a reload, the media server, the database, the server itself. */
@Tag("thorough")
@ExtendWith(Stories.class)
class SurvivingTests {

    /** R0-6, R0-35. */
    @Test
    void a_lost_socket_keeps_the_seat_and_the_camera_is_not_asked_for_again(People people) {
        var call = OngoingCall.begin(people);
        for (Person person : call.both()) {
            double sockets = person.number("vardmoteWitness.sockets.length");
            double requests = person.cameraRequests();
            person.page().evaluate("vardmoteWitness.sockets.at(-1).close()");
            person.awaitTrue("vardmoteWitness.sockets.length > " + sockets);
            OngoingCall.awaitSeat(person);
            assertThat(person.cameraRequests())
                    .as("camera requests of %s", person.role())
                    .isEqualTo((int) requests);
        }
        call.awaitBothPictures();
        call.talk("efter avbrottet");
        assertNoTroubles(call);
    }

    /** R0-6, R0-35. */
    @Test
    void a_reload_comes_back_to_the_seat_and_asks_for_the_camera_once(People people) {
        var call = OngoingCall.begin(people);
        call.talk("före omladdningen");
        for (Person person : call.both()) {
            person.page().reload();
            OngoingCall.awaitSeat(person);
            call.awaitBothPictures();
            assertThat(person.cameraRequests())
                    .as("camera requests of %s since the reload", person.role())
                    .isEqualTo(1);
        }
        call.careWorker().room().reads("Hör du mig före omladdningen?");
        call.nurse().room().reads("Ja, jag hör dig före omladdningen.");
        assertNoTroubles(call);
    }

    /** R0-6, R0-35. */
    @Test
    void pictures_move_again_without_a_click_when_the_media_server_has_died(People people) {
        var call = OngoingCall.begin(people);
        var connections = connectionsOf(call);
        new Disasters(people.installation()).killJanus();
        awaitNewConnections(call, connections);
        call.awaitBothPictures();
        call.both().forEach(person -> assertThat(person.cameraRequests()).isEqualTo(1));
        assertNoTroubles(call);
    }

    /** R0-6, R0-35. */
    @Test
    @Tag("thorough")
    void pictures_move_again_without_a_click_when_the_media_server_hangs_and_text_goes_on_meanwhile(People people) {
        var call = OngoingCall.begin(people);
        var connections = connectionsOf(call);
        new Disasters(people.installation()).hangJanus();
        call.talk("medan medieservern hänger");
        awaitNewConnections(call, connections);
        call.awaitBothPictures();
        call.both().forEach(person -> assertThat(person.cameraRequests()).isEqualTo(1));
        assertNoTroubles(call);
    }

    /** R0-6, R0-35. */
    @Test
    void text_reaches_the_other_again_when_the_database_has_crashed(People people) {
        var call = OngoingCall.begin(people);
        call.talk("före kraschen");
        new Disasters(people.installation()).crashAndRestartPostgres();
        call.talk("efter kraschen");
        call.awaitBothInTheirSeats();
        call.awaitBothPictures();
        assertNoTroubles(call);
    }

    /** R0-6, R0-35. */
    @Test
    void both_are_back_in_their_seats_with_every_line_once_when_the_server_was_killed(People people) {
        var call = OngoingCall.begin(people);
        call.talk("före kraschen");
        people.installation().kill9AndRestart();
        call.awaitBothInTheirSeats();
        call.awaitBothPictures();
        call.talk("efter kraschen");
        var conversation = List.of(
                "Hör du mig före kraschen?",
                "Ja, jag hör dig före kraschen.",
                "Hör du mig efter kraschen?",
                "Ja, jag hör dig efter kraschen.");
        for (Person person : call.both()) {
            assertThat(linesSeenBy(person)).as(person.role()).isEqualTo(conversation);
            person.page().reload();
            OngoingCall.awaitSeat(person);
            person.awaitTrue("document.querySelectorAll('.call-entry[data-entry=said]').length >= 4");
            assertThat(linesSeenBy(person))
                    .as(person.role() + " after a reload")
                    .isEqualTo(conversation);
        }
    }

    private static List<String> linesSeenBy(Person person) {
        return person.page().locator(".call-entry[data-entry=said] .entry-text").allTextContents();
    }

    private static List<Double> connectionsOf(OngoingCall call) {
        return call.both().stream()
                .map(person -> person.number("vardmoteWitness.connections.length"))
                .toList();
    }

    private static void awaitNewConnections(OngoingCall call, List<Double> before) {
        for (int i = 0; i < before.size(); i++) {
            call.both().get(i).awaitTrue("vardmoteWitness.connections.length > " + before.get(i));
        }
    }

    /** Except that the network was away, which the browser itself writes in red. */
    private static void assertNoTroubles(OngoingCall call) {
        for (Person person : call.both()) {
            assertThat(person.troubles()).allMatch(trouble -> trouble.contains("WebSocket connection to"));
        }
    }
}
