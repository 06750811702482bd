package se.vardmote.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.Token;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.media.MediaRooms;
import se.vardmote.media.RoomKey;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.GuestAttendee;
import se.vardmote.meetings.GuestSeats;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.Standing;
import se.vardmote.platform.News;
import se.vardmote.platform.ProblemException;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/** Where care workers knock, at any hour (R0-2, R0-10, R0-50). */
@Component
public class DropInRoom {
    /** News of those who wait at a unit: its id is the receiving unit's. */
    public static final News.Topic TOPIC = new News.Topic("waiting");

    private final DropIns dropIns;
    private final UnitSettings settings;
    private final Roster roster;
    private final Escalations escalations;
    private final Clients clients;
    private final Protections protections;
    private final RetentionUnits retention;
    private final Conversations conversations;
    private final Participants participants;
    private final GuestSeats guests;
    private final MediaRooms rooms;
    private final AuditLog audit;
    private final News news;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DropInRoom(
            DropIns dropIns,
            UnitSettings settings,
            Roster roster,
            Escalations escalations,
            Clients clients,
            Protections protections,
            RetentionUnits retention,
            Conversations conversations,
            Participants participants,
            GuestSeats guests,
            MediaRooms rooms,
            AuditLog audit,
            News news,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dropIns = dropIns;
        this.settings = settings;
        this.roster = roster;
        this.escalations = escalations;
        this.clients = clients;
        this.protections = protections;
        this.retention = retention;
        this.conversations = conversations;
        this.participants = participants;
        this.guests = guests;
        this.rooms = rooms;
        this.audit = audit;
        this.news = news;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Knocks: from now on somebody waits, and the answer is a seat. The same knock again is the same seat.
     *
     * @return empty when the same form was answered before and its call is over
     */
    public Optional<Token> knock(Knock knock, Knock.Door door) {
        Optional<DropIn> before = dropIns.withKey(knock.key());
        if (before.isPresent()) return again(before.get());
        CareProviderId provider = door.receiving().careProvider();
        RetentionUnitId conversation = retention.open(provider);
        Optional<Token> seat = transactions.execute(status -> enter(knock, door, conversation));
        if (seat.isPresent()) {
            rooms.warm(new RoomKey(conversation.value()));
            return seat;
        }
        retention.forget(conversation);
        return dropIns.withKey(knock.key()).flatMap(this::again);
    }

    /**
     * As {@link #knock}, of somebody who comes to what was planned: its retention unit is handed on, nothing of it is copied.
     *
     * @param claim says, in the same transaction, whether it is planned still
     */
    public Optional<Token> come(Knock knock, Knock.Door door, RetentionUnitId planned, BooleanSupplier claim) {
        Optional<Token> seat = transactions.execute(
                status -> claim.getAsBoolean() ? enter(knock, door, planned) : Optional.<Token>empty());
        if (seat.isEmpty()) return dropIns.of(planned).flatMap(dropIn -> again(dropIn, knock));
        rooms.warm(new RoomKey(planned.value()));
        return seat;
    }

    /**
     * Somebody comes to what was planned by a link of their own, first of all or to where others are already.
     *
     * @return empty when it is over, or when whoever came by this link before was known better
     */
    public Optional<Token> comeByLink(
            Knock knock, Knock.Door door, RetentionUnitId planned, GuestAttendee guest, BooleanSupplier claim) {
        Optional<Token> seat = transactions.execute(
                status -> claim.getAsBoolean() ? enterByLink(knock, door, planned, guest) : Optional.<Token>empty());
        if (seat.isPresent()) {
            rooms.warm(new RoomKey(planned.value()));
            return seat;
        }
        return dropIns.of(planned).flatMap(dropIn -> joinByLink(dropIn, guest));
    }

    private Optional<Token> enterByLink(Knock knock, Knock.Door door, RetentionUnitId planned, GuestAttendee guest) {
        if (waits(knock, door, planned, by(ActorKind.GUEST, guest.link(), door)).isEmpty()) return Optional.empty();
        return Optional.of(guests.begin(planned, door.receiving().careProvider(), guest));
    }

    private Optional<Token> joinByLink(DropIn dropIn, GuestAttendee guest) {
        audit.record(AuditEvent.wrote("join", "drop-in", dropIn.id())
                .by(ActorKind.GUEST, guest.link(), null)
                .of(dropIn.careProvider(), dropIn.receivingUnit())
                .about(dropIn.client())
                .at(clock.instant()));
        try {
            Optional<Token> seat = guests.join(dropIn.conversation(), dropIn.careProvider(), guest);
            news.tell(TOPIC, dropIn.receivingUnit().toString());
            return seat;
        } catch (ProblemException over) {
            if (over.problem() instanceof MeetingProblem.NotOpen) return Optional.empty();
            throw over;
        }
    }

    private Optional<Token> enter(Knock said, Knock.Door door, RetentionUnitId conversation) {
        ActorKind kind = door.device() == null ? ActorKind.INVITED : ActorKind.DEVICE;
        return waits(said, door, conversation, by(kind, door.device(), door)).map(knock -> {
            CareProviderId provider = door.receiving().careProvider();
            Conversations.OfferedSeat seat = conversations.begin(conversation, provider);
            seatPeople(knock, conversation, provider, seat.seat(), true);
            return seat.token();
        });
    }

    /** From now on somebody waits, named as everybody may see them; empty when the same knock has been before. */
    private Optional<Knock> waits(Knock said, Knock.Door door, RetentionUnitId conversation, AuditedActor by) {
        CareProviderId provider = door.receiving().careProvider();
        Instant now = clock.instant();
        DropInId id = DropInId.next();
        ClientId client = clients.register(provider, said.patient(), said.patientName());
        audit.record(
                by.on(AuditEvent.wrote("knock", "drop-in", id)).about(client).at(now));
        Knock knock = hiding(said, provider, by);
        int urgency = settings.of(door.receiving().id()).urgency(knock.reason());
        if (!dropIns.add(id, conversation, client.value(), knock, door, urgency, now)) return Optional.empty();
        if (roster.at(door.receiving().id()).isEmpty())
            escalations.nobodyReachable(id, provider, door.receiving().id(), now);
        news.tell(TOPIC, door.receiving().id().toString());
        events.publishEvent(new Knocked(id, now));
        return Optional.of(knock);
    }

    private static AuditedActor by(ActorKind kind, @Nullable Identifier actor, Knock.Door door) {
        return new AuditedActor(
                kind,
                actor,
                null,
                null,
                door.receiving().careProvider(),
                door.receiving().id());
    }

    /** Said now or known from before: the patient is an alias in this call. */
    private Knock hiding(Knock said, CareProviderId provider, AuditedActor by) {
        if (said.protectedIdentity()) {
            protections.set(provider, said.patient(), Protection.Way.KNOCK, by);
            return said;
        }
        return protections.covers(provider, said.patient()) ? said.hidden() : said;
    }

    /** Care worker, or somebody licensed, and patient share the seat: one iPad, two people (R0-18, R0-61). */
    private void seatPeople(
            Knock knock, RetentionUnitId conversation, CareProviderId provider, SeatId seat, boolean withPatient) {
        participants.add(
                conversation,
                provider,
                knock.profession() == null
                        ? Participant.waiting(
                                ParticipantRole.CARE_WORKER, knock.staffName().value(), Identification.PHONE_ONLY, seat)
                        : Participant.colleague(knock.staffName().value(), knock.profession(), seat));
        if (!withPatient) return;
        participants.add(
                conversation,
                provider,
                Participant.waiting(
                        ParticipantRole.PATIENT, knock.shownName().value(), Identification.NOT_IDENTIFIED, seat));
    }

    /** The seat that whoever is at the patient's took before; the first one of theirs where only guests have come. */
    private Optional<Token> again(DropIn dropIn, Knock knock) {
        Optional<Token> seat = again(dropIn);
        if (seat.isPresent()) return seat;
        boolean patientIsHere = participants.of(dropIn.conversation()).stream()
                .anyMatch(person -> person.role() == ParticipantRole.PATIENT && person.standing() != Standing.LEFT);
        return conversations.sitDown(
                dropIn.conversation(),
                dropIn.careProvider(),
                sat -> seatPeople(knock, dropIn.conversation(), dropIn.careProvider(), sat, !patientIsHere));
    }

    private Optional<Token> again(DropIn dropIn) {
        return conversations.offerAgain(dropIn.conversation()).map(Conversations.OfferedSeat::token);
    }
}
