package se.vardmote.meetings;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.Token;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/**
 * Seats of those who come by a link of their own: one a link. Whoever comes by it again gets the same seat if they are known at least as
 * well as before; known in any other way than by the same e-ID they wait to be let in anew.
 */
@Component
public class GuestSeats {
    private final Conversations conversations;
    private final Participants participants;
    private final Departures departures;

    GuestSeats(Conversations conversations, Participants participants, Departures departures) {
        this.conversations = conversations;
        this.participants = participants;
        this.departures = departures;
    }

    /** Begins a conversation in which one guest waits. */
    @Transactional
    public Token begin(RetentionUnitId unit, CareProviderId careProvider, GuestAttendee guest) {
        conversations.open(unit, careProvider);
        return sit(unit, careProvider, guest);
    }

    /**
     * Takes a seat in a conversation that has begun: waits with the others, or to be let into the meeting that goes on.
     *
     * @return empty when somebody has come by this link who was known better, or another person by e-ID
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open} when it has closed
     */
    @Transactional
    public Optional<Token> join(RetentionUnitId unit, CareProviderId careProvider, GuestAttendee guest) {
        conversations.mustBeOpen(unit);
        Optional<Participant> before = conversations
                .seatOf(guest.link())
                .flatMap(seat -> participants.sittingAt(unit, new Attendee.Guest(seat)));
        if (before.isPresent() && !mayFollow(before.get(), guest)) return Optional.empty();
        Optional<Token> seat = before.isEmpty()
                ? Optional.of(sit(unit, careProvider, guest))
                : conversations.offerAgain(guest.link()).map(Conversations.OfferedSeat::token);
        before.ifPresent(person -> participants.comesAnew(unit, person, guest));
        conversations.changed(unit);
        return seat;
    }

    /** The link is taken back: whoever came by it leaves, and their seat opens nothing. */
    @Transactional
    public void end(RetentionUnitId unit, GuestLinkId link) {
        Optional<SeatId> seat = conversations.seatOf(link);
        seat.ifPresent(taken -> {
            departures.leave(unit, new Attendee.Guest(taken));
            conversations.closeSeat(unit, link);
        });
    }

    private Token sit(RetentionUnitId unit, CareProviderId careProvider, GuestAttendee guest) {
        Conversations.OfferedSeat seat = conversations.seat(unit, careProvider, guest.link());
        participants.add(unit, careProvider, Participant.guest(guest, seat.seat()));
        return seat.token();
    }

    private static boolean mayFollow(Participant before, GuestAttendee guest) {
        return switch (before.identification()) {
            case E_ID -> guest.known() == Identification.E_ID && before.name().equals(guest.name());
            case ONE_TIME_CODE -> guest.known() != Identification.NOT_IDENTIFIED;
            default -> true;
        };
    }
}
