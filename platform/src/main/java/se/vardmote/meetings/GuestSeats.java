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
 * Seats of those who come by a link of their own: one a link. Whoever comes by it again must be known at least as well as before. The same
 * person by e-ID has the seat back; anybody else gets another, the one before is closed, and they wait to be let in.
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
        if (before.isPresent() && !mayFollow(unit, before.get(), guest)) return Optional.empty();
        Token seat =
                before.isEmpty() ? sit(unit, careProvider, guest) : comeAnew(unit, careProvider, before.get(), guest);
        conversations.changed(unit);
        return Optional.of(seat);
    }

    /** The same person has their seat back; anybody else a new one, so that nothing of who came before opens it. */
    private Token comeAnew(RetentionUnitId unit, CareProviderId careProvider, Participant before, GuestAttendee guest) {
        boolean same = participants.isPerson(unit, before, guest);
        Conversations.OfferedSeat seat = same
                ? conversations.offerAgain(guest.link()).orElseThrow()
                : conversations.seatAnew(unit, careProvider, guest.link());
        participants.comesAnew(unit, before, guest, seat.seat(), same);
        return seat.token();
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
        participants.add(unit, careProvider, Participant.guest(guest, seat.seat()), guest.person());
        return seat.token();
    }

    private boolean mayFollow(RetentionUnitId unit, Participant before, GuestAttendee guest) {
        return switch (before.identification()) {
            case E_ID -> guest.known() == Identification.E_ID && mayBe(unit, before, guest);
            case ONE_TIME_CODE -> guest.known() != Identification.NOT_IDENTIFIED;
            default -> true;
        };
    }

    /** Where one of them has shown nothing lasting, the name has to do; whoever has that name waits to be let in all the same. */
    private boolean mayBe(RetentionUnitId unit, Participant before, GuestAttendee guest) {
        return participants
                .personBehind(unit, before)
                .filter(known -> guest.person() != null)
                .map(known -> known.equals(guest.person()))
                .orElseGet(() -> before.name().equals(guest.name()));
    }
}
