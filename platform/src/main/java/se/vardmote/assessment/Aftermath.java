package se.vardmote.assessment;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.audit.ActorKind;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.journal.DocumentedCall;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.DutyBackground;
import se.vardmote.journal.DutyBackground.Attendance;
import se.vardmote.journal.IdentityCorrected;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Departures;
import se.vardmote.meetings.EmergencyChanged;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingEnded;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.Standing;
import se.vardmote.platform.News;
import se.vardmote.retention.RetentionUnits;

/** What follows when a call begins or ends, or somebody stops waiting, inside the same transaction: nothing can be lost between. */
@Component
class Aftermath {
    private static final AuditedActor THE_PRODUCT = new AuditedActor(ActorKind.SYSTEM, null, null, null, null, null);

    private final DropIns dropIns;
    private final History history;
    private final Meetings meetings;
    private final Conversations conversations;
    private final Participants participants;
    private final Duties duties;
    private final PrefilledNote prefilled;
    private final CallOccurrences occurrences;
    private final Clients clients;
    private final Protections protections;
    private final RetentionUnits retention;
    private final News news;

    Aftermath(
            DropIns dropIns,
            History history,
            Meetings meetings,
            Conversations conversations,
            Participants participants,
            Duties duties,
            PrefilledNote prefilled,
            CallOccurrences occurrences,
            Clients clients,
            Protections protections,
            RetentionUnits retention,
            News news) {
        this.dropIns = dropIns;
        this.history = history;
        this.meetings = meetings;
        this.conversations = conversations;
        this.participants = participants;
        this.duties = duties;
        this.prefilled = prefilled;
        this.occurrences = occurrences;
        this.clients = clients;
        this.protections = protections;
        this.retention = retention;
        this.news = news;
    }

    /** The professional who let in has a call to document, and may write while it goes on. */
    @EventListener
    void on(Judged judged) {
        if (judged.outcome() != DropIn.Outcome.DIGITAL) return;
        Meeting meeting = meetings.of(judged.conversation()).orElseThrow();
        open(dropIns.of(meeting.id()).orElseThrow(), meeting);
    }

    @EventListener
    void on(MeetingEnded ended) {
        dropIns.of(ended.meeting()).ifPresent(dropIn -> {
            Meeting meeting =
                    meetings.find(dropIn.careProvider(), ended.meeting()).orElseThrow();
            DutyBackground background = background(dropIn, meeting);
            // A call that an older version let in has none yet.
            Duty duty = duties.of(meeting.id()).orElseGet(() -> open(dropIn, meeting));
            duties.complete(duty, ended.at(), background, prefilled.text(duty.unit(), background));
            news.tell(DropInRoom.TOPIC, dropIn.receivingUnit().toString());
        });
    }

    private Duty open(DropIn dropIn, Meeting meeting) {
        DutyBackground background = background(dropIn, meeting);
        var call = new DocumentedCall(
                dropIn.careProvider(),
                // Of whoever answered: cover documents at home.
                meeting.unit(),
                dropIn.client(),
                dropIn.conversation(),
                meeting.id(),
                meeting.chair());
        return duties.open(call, background, prefilled.text(meeting.unit(), background));
    }

    /** Colleagues on duty where the call is held see it on their day. */
    @EventListener
    void on(EmergencyChanged changed) {
        meetings.of(changed.conversation())
                .ifPresent(meeting -> news.tell(DropInRoom.TOPIC, meeting.unit().toString()));
    }

    /**
     * The call's own row and the name in the room follow, so that nothing shows it at the wrong patient. A care provider whose
     * professional only took part has moved its own documentation, and no call: whose that is, is its holder's to correct.
     */
    @EventListener
    void on(IdentityCorrected corrected) {
        for (PastCall call : history.of(List.of(corrected.conversation()))) {
            Client client = rightOne(corrected, call);
            if (call.careProvider().equals(client.careProvider())) moved(call, client);
        }
    }

    private void moved(PastCall call, Client client) {
        String shown = client.shown().name();
        dropIns.belongsTo(call, client);
        if (client.protectedIdentity()) dropIns.hide(client.careProvider(), client.id());
        if (retention.forgottenAt(call.conversation()).isEmpty()) {
            dropIns.isNamed(call, shown);
            participants.namePatient(call.conversation(), shown);
            conversations.changed(call.conversation());
        }
        news.tell(DropInRoom.TOPIC, call.receivingUnit().toString());
    }

    /** What was said of protection in the call was said of the one whose call it is. */
    private Client rightOne(IdentityCorrected corrected, PastCall call) {
        Client client = clients.find(corrected.careProvider(), corrected.to()).orElseThrow();
        if (!call.protectedIdentity() || client.protectedIdentity()) return client;
        protections.set(client.careProvider(), client.identity(), Protection.Way.CALL, THE_PRODUCT);
        return client.hidden();
    }

    @EventListener
    void on(Departures.StoppedWaiting stopped) {
        dropIns.of(stopped.unit()).ifPresent(dropIn -> {
            dropIns.withdraw(dropIn.id());
            news.tell(DropInRoom.TOPIC, dropIn.receivingUnit().toString());
        });
    }

    DutyBackground background(DropIn dropIn, Meeting meeting) {
        return background(dropIn, meeting, Participant::name);
    }

    /** @param name under which each has taken part */
    DutyBackground background(DropIn dropIn, Meeting meeting, Function<Participant, String> name) {
        DropIn.Judgement judgement = dropIn.judgement();
        boolean informed = judgement != null && judgement.informed() == DropIn.Informed.YES;
        return new DutyBackground(
                dropIn.reason().name(),
                meeting.openedAt(),
                meeting.endedAt(),
                informed ? "yes" : "could-not",
                judgement == null ? "" : judgement.informedWhy(),
                attendance(meeting, name),
                occurrences.of(meeting.conversation()));
    }

    private List<Attendance> attendance(Meeting meeting, Function<Participant, String> name) {
        return participants.of(meeting.conversation()).stream()
                .filter(person -> person.standing() == Standing.LEFT || person.standing() == Standing.ADMITTED)
                .map(person -> new Attendance(
                        name.apply(person),
                        person.profession() == null ? null : person.profession().name(),
                        person.identification().name(),
                        person.staff()))
                .toList();
    }
}
