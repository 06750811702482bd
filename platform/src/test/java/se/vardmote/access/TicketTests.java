package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.organisation.Assignments;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;
import se.vardmote.vocabulary.StaffId;

/** The one-time ticket with which a page opens its socket. */
class TicketTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestCast cast = TestCast.in(database);
    private final Sessions sessions = new Sessions(
            database.app(),
            new Organisation(database.app()),
            new Assignments(database.app()),
            TestNews.silent(),
            settings(),
            clock);
    private final Tickets tickets = new Tickets(database.app(), sessions, clock);
    private final Seated seat = new Seated(SeatId.next(), new RetentionUnitId(UUID.randomUUID()), TestCast.VELLINGE);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_seats_ticket_lets_its_seat_in_once() {
        String ticket = tickets.issue(seat);

        assertThat(tickets.redeem(ticket)).contains(new TicketSubject.ForSeat(seat));
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void a_ticket_is_good_for_half_a_minute() {
        String ticket = tickets.issue(seat);
        clock.pass(Duration.ofSeconds(30));

        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void what_is_no_ticket_lets_nobody_in() {
        assertThat(tickets.redeem("")).isEmpty();
        assertThat(tickets.redeem(Token.fresh().text())).isEmpty();
        assertThat(tickets.redeem("å".repeat(43))).isEmpty();
    }

    @Test
    void a_professionals_ticket_names_the_meeting_and_reads_the_rights_again() {
        StaffMember nurse = signedIn();
        MeetingId meeting = MeetingId.next();

        assertThat(tickets.redeem(tickets.issue(nurse, meeting))).contains(new TicketSubject.ForStaff(nurse, meeting));
    }

    @Test
    void a_ticket_dies_with_its_session() {
        StaffMember nurse = signedIn();
        String ticket = tickets.issue(nurse, MeetingId.next());
        sessions.end(nurse.session(), "signed-out");

        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    private StaffMember signedIn() {
        StaffId id = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        CommissionId commission = cast.commission(id, TestCast.NURSES, TestCast.CARE);
        Token token = sessions.begin(id, new Sessions.Role.InCommission(commission, TestCast.VELLINGE), Assurance.LOA3);
        return (StaffMember) sessions.holderOf(token.hash()).orElseThrow();
    }

    private static SignInSettings settings() {
        URI nowhere = URI.create("http://localhost");
        return new SignInSettings(
                nowhere,
                nowhere,
                nowhere,
                "issuer",
                "client",
                "secret",
                Assurance.LOA3,
                Duration.ofHours(1),
                Duration.ofHours(14));
    }
}
