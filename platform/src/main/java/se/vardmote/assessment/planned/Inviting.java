package se.vardmote.assessment.planned;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CodeWay;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.GuestLinks;
import se.vardmote.access.LinkToken;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.AssessmentProblem;
import se.vardmote.assessment.UnitSettings;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.GuestSeats;
import se.vardmote.notifications.Notifications;
import se.vardmote.notifications.Recipient;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.PlannedCallId;

/** The professional invites the patient and relatives to a planned call by links of their own. */
@Component
public class Inviting {
    private final PlannedCalls calls;
    private final PlannedGuests guests;
    private final GuestLinks links;
    private final GuestCodes codes;
    private final GuestSeats seats;
    private final UnitSettings settings;
    private final GuestWords words;
    private final Notifications notifications;
    private final AuditLog audit;
    private final Clock clock;

    Inviting(
            PlannedCalls calls,
            PlannedGuests guests,
            GuestLinks links,
            GuestCodes codes,
            GuestSeats seats,
            UnitSettings settings,
            GuestWords words,
            Notifications notifications,
            AuditLog audit,
            Clock clock) {
        this.calls = calls;
        this.guests = guests;
        this.links = links;
        this.codes = codes;
        this.seats = seats;
        this.settings = settings;
        this.words = words;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether anything can be sent there: somebody carries it, and the guest has not said no. */
    public boolean mayTell(Recipient to, boolean saidNo) {
        return !saidNo && notifications.offers(to.channel());
    }

    /**
     * Whoever asks has been found to have a relation to the call.
     *
     * @throws se.vardmote.platform.ProblemException {@code assessment/not-planned} when it is over, {@code
     *     assessment/too-many-guests}
     */
    @Transactional
    public GuestLinkId invite(StaffMember by, PlannedCallId id, Invite invite) {
        PlannedCall call = open(by, id, "invite-guest");
        if (guests.of(call).size() >= PlannedGuests.MOST)
            throw new AssessmentProblem.TooManyGuests(PlannedGuests.MOST).asException();
        GuestLinkId link = links.create(call.careProvider(), GuestArrivals.PURPOSE, id.value(), invite.role());
        guests.add(call, link, invite);
        return link;
    }

    /**
     * Sends the link, again too: each time with another secret.
     *
     * @throws se.vardmote.platform.ProblemException {@code assessment/no-such-guest}, {@code assessment/cannot-be-told}
     */
    @Transactional
    public void send(StaffMember by, PlannedCallId id, GuestLinkId link) {
        PlannedCall call = open(by, id, "send-link");
        PlannedGuest guest = guest(call, link);
        Recipient to = guest.recipient();
        if (to == null || !mayTell(to, guest.saidNo())) throw new AssessmentProblem.CannotBeTold().asException();
        guests.sent(
                link,
                notifications.send(words.link(
                        call.careProvider(),
                        to,
                        call.at(),
                        secret(link),
                        call.at().plus(settings.missedAfter(call.receivingUnit())))));
    }

    /** The link, to be handed over in another way. */
    @Transactional
    public String copy(StaffMember by, PlannedCallId id, GuestLinkId link) {
        PlannedCall call = open(by, id, "copy-link");
        guest(call, link);
        return words.address(secret(link));
    }

    /** A code to read out. Counts among the three of the hour. */
    @Transactional
    public GuestCodes.Asked readOut(StaffMember by, PlannedCallId id, GuestLinkId link) {
        guest(open(by, id, "read-out-code"), link);
        return codes.issue(link, CodeWay.READ_OUT);
    }

    /** Whether they want messages. @param no nothing more is sent */
    @Transactional
    public void says(StaffMember by, PlannedCallId id, GuestLinkId link, boolean no) {
        guest(open(by, id, no ? "refuse-messages" : "allow-messages"), link);
        guests.says(link, no);
    }

    /** The link opens nothing any longer, and whoever has come by it leaves. */
    @Transactional
    public void revoke(StaffMember by, PlannedCallId id, GuestLinkId link) {
        PlannedCall call = open(by, id, "revoke-link");
        guest(call, link);
        guests.revoke(link);
        links.revoke(link);
        seats.end(call.conversation(), link);
    }

    private LinkToken secret(GuestLinkId link) {
        Optional<LinkToken> token = links.issue(link);
        return token.orElseThrow(() -> new AssessmentProblem.NoSuchGuest().asException());
    }

    private PlannedGuest guest(PlannedCall call, GuestLinkId link) {
        return guests.find(call, link).orElseThrow(() -> new AssessmentProblem.NoSuchGuest().asException());
    }

    /** Planned, or somebody has come; the attempt is audited whatever comes of it. */
    private PlannedCall open(StaffMember by, PlannedCallId id, String action) {
        PlannedCall call = calls.find(by.careProvider(), id)
                .orElseThrow(() -> new AssessmentProblem.NoSuchPlannedCall().asException());
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote(action, "planned-call", id))
                .about(call.client())
                .at(clock.instant()));
        if (!call.open()) throw new AssessmentProblem.NotPlanned().asException();
        return call;
    }
}
