package se.vardmote.assessment.planned;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.CodeWay;
import se.vardmote.access.EId;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.GuestEntry;
import se.vardmote.access.GuestInvitation;
import se.vardmote.access.GuestKnown;
import se.vardmote.access.GuestMeeting;
import se.vardmote.access.GuestMeetings;
import se.vardmote.access.GuestRole;
import se.vardmote.access.Token;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.UnitSettings;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.meetings.GuestAttendee;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.notifications.Notifications;
import se.vardmote.notifications.Recipient;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.ProblemException;
import se.vardmote.retention.RetentionProblem;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.PlannedCallId;

/** Where patients and relatives come to what is planned by a link of their own. */
@Component
class GuestArrivals implements GuestMeetings {
    static final String PURPOSE = "planned-call";
    /** So early somebody may come and wait. */
    static final Duration OPENS_BEFORE = Duration.ofMinutes(30);

    private final PlannedCalls calls;
    private final PlannedGuests guests;
    private final Arrivals arrivals;
    private final DropIns dropIns;
    private final DropInRoom room;
    private final Meetings meetings;
    private final Clients clients;
    private final Organisation organisation;
    private final UnitSettings settings;
    private final GuestWords words;
    private final Notifications notifications;
    private final Clock clock;

    GuestArrivals(
            PlannedCalls calls,
            PlannedGuests guests,
            Arrivals arrivals,
            DropIns dropIns,
            DropInRoom room,
            Meetings meetings,
            Clients clients,
            Organisation organisation,
            UnitSettings settings,
            GuestWords words,
            Notifications notifications,
            Clock clock) {
        this.calls = calls;
        this.guests = guests;
        this.arrivals = arrivals;
        this.dropIns = dropIns;
        this.room = room;
        this.meetings = meetings;
        this.clients = clients;
        this.organisation = organisation;
        this.settings = settings;
        this.words = words;
        this.notifications = notifications;
        this.clock = clock;
    }

    private record Found(PlannedCall call, PlannedGuest guest) {}

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<GuestMeeting> about(GuestInvitation invitation) {
        return find(invitation)
                .map(found -> new GuestMeeting(
                        found.call().at(),
                        opensAt(found.call()),
                        found.guest().least(),
                        sends(found.guest()),
                        found.call().receivingUnit(),
                        found.call().client()));
    }

    @Override
    public void send(GuestInvitation invitation, GuestCodes.Issued code) {
        PlannedGuest guest = find(invitation).map(Found::guest).orElseThrow();
        Recipient to = guest.recipient();
        if (to == null || sends(guest) == null) throw new IllegalStateException("nobody carries a code there");
        notifications.send(words.code(invitation.careProvider(), to, code));
    }

    @Override
    public GuestEntry enter(GuestInvitation invitation, GuestKnown known) {
        Optional<Found> found = find(invitation);
        if (found.isEmpty()) return new GuestEntry.Refused("over");
        PlannedCall call = found.get().call();
        Client patient = clients.find(call.careProvider(), call.client()).orElseThrow();
        if (known instanceof GuestKnown.ByEId(EId person)
                && invitation.role() == GuestRole.PATIENT
                && person.fits(patient.identity()) == EId.Fit.OTHER) return GuestEntry.NOT_THE_PATIENT;
        var guest = new GuestAttendee(
                invitation.id(),
                role(invitation.role()),
                name(found.get(), known, patient),
                identification(known),
                known instanceof GuestKnown.ByEId(EId shown) ? shown.lasting().orElse(null) : null);
        Optional<Token> seat = room.comeByLink(
                arrivals.knock(call, patient, arrivals.agreedOn(call)),
                new Knock.Door(
                        null,
                        null,
                        null,
                        null,
                        organisation.unit(call.receivingUnit()).orElseThrow()),
                call.conversation(),
                guest,
                () -> calls.came(call.id()));
        return seat.<GuestEntry>map(GuestEntry.AtTheLobby::new)
                .orElseGet(() -> find(invitation).isPresent() ? GuestEntry.AS_BEFORE : new GuestEntry.Refused("over"));
    }

    /** By e-ID as it names them; else as the professional has written it, for nobody else vouches for a name. */
    private static String name(Found found, GuestKnown known, Client patient) {
        boolean asWritten = found.guest().role() == GuestRole.PATIENT
                && (!(known instanceof GuestKnown.ByEId(EId person))
                        || found.call().protectedIdentity()
                        || person.fits(patient.identity()) == EId.Fit.SAME);
        if (asWritten) return found.call().shownName();
        if (known instanceof GuestKnown.ByEId(EId person)) return person.name().value();
        return found.guest().name() == null ? "" : found.guest().name();
    }

    private static Identification identification(GuestKnown known) {
        return switch (known.assurance()) {
            case E_ID -> Identification.E_ID;
            case ONE_TIME_CODE -> Identification.ONE_TIME_CODE;
            case NOT_IDENTIFIED -> Identification.NOT_IDENTIFIED;
        };
    }

    private static ParticipantRole role(GuestRole role) {
        return switch (role) {
            case PATIENT -> ParticipantRole.PATIENT;
            case RELATIVE -> ParticipantRole.RELATIVE;
        };
    }

    private static Instant opensAt(PlannedCall call) {
        return call.ahead() ? call.at().minus(OPENS_BEFORE) : call.at();
    }

    private @Nullable CodeWay sends(PlannedGuest guest) {
        Recipient to = guest.recipient();
        if (to == null || guest.saidNo() || !notifications.offers(to.channel())) return null;
        return switch (to.channel()) {
            case SMS -> CodeWay.SMS;
            case MAIL -> CodeWay.MAIL;
        };
    }

    /** Empty when it is over. */
    private Optional<Found> find(GuestInvitation invitation) {
        try {
            return calls.find(invitation.careProvider(), new PlannedCallId(invitation.subject()))
                    .filter(this::goesOn)
                    .flatMap(call -> guests.find(call, invitation.id()).map(guest -> new Found(call, guest)));
        } catch (ProblemException forgotten) {
            if (forgotten.problem() instanceof RetentionProblem.Forgotten) return Optional.empty();
            throw forgotten;
        }
    }

    private boolean goesOn(PlannedCall call) {
        return switch (call.state()) {
            case PLANNED -> !clock.instant().isAfter(call.at().plus(settings.missedAfter(call.receivingUnit())));
            case CAME ->
                dropIns.of(call.conversation())
                        .filter(dropIn -> dropIn.state() == DropIn.State.WAITING
                                || meetings.of(call.conversation())
                                        .filter(Meeting::goesOn)
                                        .isPresent())
                        .isPresent();
            case CANCELLED, MISSED -> false;
        };
    }
}
