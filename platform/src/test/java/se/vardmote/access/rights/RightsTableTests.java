package se.vardmote.access.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Actors;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.TestCast;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

class RightsTableTests {
    private static final Rights RIGHTS = new Rights(RightsTable.parse("""
            # who may do what
            GET  /            : anyone
            GET  /samtal/egen : seated
            GET  /samtal/{id} : professional
            POST /samtal/{id} : professional, seated
            MESSAGE say       : seated, professional
            MESSAGE end       : professional
            """));

    @Test
    void what_has_no_row_is_refused() {
        assertThat(granted("GET", "/annat", nobody())).isFalse();
        assertThat(granted("DELETE", "/", nobody())).isFalse();
        assertThat(granted("GET", "/samtal/a/b", nurse())).isFalse();
    }

    @Test
    void one_of_the_words_is_enough() {
        assertThat(granted("POST", "/samtal/1", nurse())).isTrue();
        assertThat(granted("POST", "/samtal/1", seated())).isTrue();
        assertThat(granted("POST", "/samtal/1", nobody())).isFalse();
    }

    @Test
    void the_most_exact_row_counts() {
        assertThat(granted("GET", "/samtal/egen", nurse())).isFalse();
        assertThat(granted("GET", "/samtal/egen", seated())).isTrue();
        assertThat(granted("GET", "/samtal/annan", nurse())).isTrue();
    }

    @Test
    void a_head_request_follows_its_get() {
        assertThat(granted("HEAD", "/", nobody())).isTrue();
        assertThat(granted("HEAD", "/samtal/1", nobody())).isFalse();
    }

    @Test
    void where_anyone_may_nobody_is_looked_up() {
        assertThat(RIGHTS.decide("GET", "/", () -> {
                            throw new AssertionError("looked up");
                        })
                        .isGranted())
                .isTrue();
    }

    @Test
    void a_socket_message_without_a_row_is_refused() {
        assertThat(RIGHTS.maySend(TestCast.nurse(), "end")).isTrue();
        assertThat(RIGHTS.maySend(seat(), "end")).isFalse();
        assertThat(RIGHTS.maySend(seat(), "say")).isTrue();
        assertThat(RIGHTS.maySend(TestCast.nurse(), "record")).isFalse();
    }

    @Test
    void an_administrator_is_no_professional() {
        assertThat(RIGHTS.maySend(TestCast.administrator(), "end")).isFalse();
    }

    @Test
    void a_row_that_cannot_be_read_or_stands_twice_stops_the_start() {
        assertThatThrownBy(() -> RightsTable.parse("GET /x : everybody")).hasMessageContaining("GET /x");
        assertThatThrownBy(() -> RightsTable.parse("GET /x")).hasMessageContaining("GET /x");
        assertThatThrownBy(() -> RightsTable.parse("GTE /x : anyone")).hasMessageContaining("GTE /x");
        assertThatThrownBy(() -> RightsTable.parse("GET /x : anyone\nGET /x : staff"))
                .hasMessageContaining("twice");
    }

    private static boolean granted(String method, String path, Actors actors) {
        return RIGHTS.decide(method, path, () -> actors).isGranted();
    }

    private static Seated seat() {
        return new Seated(SeatId.next(), new RetentionUnitId(UUID.randomUUID()), TestCast.VELLINGE);
    }

    private static Actors nobody() {
        return new Known(Optional.empty(), Optional.empty());
    }

    private static Actors nurse() {
        return new Known(Optional.of(TestCast.nurse()), Optional.empty());
    }

    private static Actors seated() {
        return new Known(Optional.empty(), Optional.of(seat()));
    }

    private record Known(Optional<StaffMember> staff, Optional<Seated> seated) implements Actors {
        @Override
        public Optional<SystemAdministrator> administrator() {
            return Optional.empty();
        }

        @Override
        public Optional<EnrolledDevice> device() {
            return Optional.empty();
        }

        @Override
        public Optional<InvitedVisitor> invited() {
            return Optional.empty();
        }
    }
}
