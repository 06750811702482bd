package se.vardmote.access.guest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.vardmote.access.CodeWay;
import se.vardmote.access.EId;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.GuestEntry;
import se.vardmote.access.GuestInvitation;
import se.vardmote.access.GuestKnown;
import se.vardmote.access.GuestLinks;
import se.vardmote.access.GuestMeeting;
import se.vardmote.access.GuestMeetings;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.LinkToken;
import se.vardmote.access.Token;
import se.vardmote.access.signin.Answer;
import se.vardmote.access.signin.EIdProvider;
import se.vardmote.access.signin.Started;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;

/**
 * From the link to the lobby (B58): an e-ID first, a one-time code second; who has neither goes to the lobby as not identified, where the
 * meeting's policy allows that. Link and code at the same telephone are one factor: they never pass for an e-ID.
 */
@Component
public class GuestDoor {
    private final GuestLinks links;
    private final GuestCodes codes;
    private final EIdProvider provider;
    private final ObjectProvider<GuestMeetings> ports;
    private final AuditLog audit;
    private final Clock clock;

    public GuestDoor(
            GuestLinks links,
            GuestCodes codes,
            EIdProvider provider,
            ObjectProvider<GuestMeetings> ports,
            AuditLog audit,
            Clock clock) {
        this.links = links;
        this.codes = codes;
        this.provider = provider;
        this.ports = ports;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a link is for, and when. */
    public record Opened(GuestInvitation invitation, GuestMeeting meeting) {}

    /** What came of a code that was typed. */
    public sealed interface CodeAnswer {
        record Right(GuestEntry entry) implements CodeAnswer {}

        /** @param typed {@code WRONG}, {@code LOCKED} or {@code NONE} */
        record Not(GuestCodes.Typed typed) implements CodeAnswer {}
    }

    /** Looks, and uses nothing up. Empty for whatever opens nothing: wrong, revoked, over. */
    public Optional<Opened> look(String typed) {
        Optional<Opened> opened = LinkToken.parse(typed).flatMap(links::opens).flatMap(this::about);
        opened.ifPresent(found ->
                record(found, AuditEvent.read("guest-link", found.invitation().id())));
        return opened;
    }

    /** This browser goes on with the link. @return what it keeps in its cookie */
    public Optional<Token> open(String typed) {
        Optional<Opened> opened = LinkToken.parse(typed).flatMap(links::opens).flatMap(this::about);
        opened.ifPresent(found -> record(
                found, AuditEvent.wrote("open", "guest-link", found.invitation().id())));
        return opened.map(found -> links.visit(found.invitation()));
    }

    /** Empty when it is over meanwhile. */
    public Optional<GuestMeeting> meeting(GuestVisitor guest) {
        return about(guest.invitation()).map(Opened::meeting);
    }

    public boolean offersEId() {
        return provider.on();
    }

    /** Off to show an e-ID; empty when there is none to show, or the lobby is not open. */
    public Optional<Started> toEId(GuestVisitor guest, HttpServletRequest request, URI origin) {
        return open(guest).flatMap(opened -> provider.start(guest.visit(), request, origin));
    }

    /** Back from it. */
    public GuestEntry byEId(GuestVisitor guest, Optional<Token> left, Answer answer) {
        return switch (provider.answer(guest.visit(), left, answer)) {
            case EIdProvider.Outcome.Identified(EId person) -> enter(guest, new GuestKnown.ByEId(person));
            case EIdProvider.Outcome.Refused(var why) -> new GuestEntry.Refused(why.code());
        };
    }

    /** The guest asks for a code, to the address that the professional has written. Empty when none can be sent. */
    public Optional<GuestCodes.Asked> askForCode(GuestVisitor guest) {
        Optional<Opened> opened = open(guest).filter(found -> mayBeCode(found.meeting()));
        if (opened.isEmpty()) return Optional.empty();
        CodeWay way = opened.get().meeting().sends();
        if (way == null) return Optional.empty();
        GuestCodes.Asked asked = codes.issue(guest.invitation().id(), way);
        AuditEventBuilder event = AuditEvent.wrote(
                "ask-for-code", "guest-link", guest.invitation().id());
        record(opened.get(), asked instanceof GuestCodes.TooMany ? event.refused("too-many-codes") : event);
        if (asked instanceof GuestCodes.Issued issued)
            port(guest.invitation()).orElseThrow().send(guest.invitation(), issued);
        return Optional.of(asked);
    }

    public CodeAnswer byCode(GuestVisitor guest, String typed) {
        Optional<Opened> opened = open(guest);
        if (opened.isEmpty()) return new CodeAnswer.Right(GuestEntry.NOT_OPEN);
        if (!mayBeCode(opened.get().meeting())) return new CodeAnswer.Right(refuse(opened.get(), GuestEntry.TOO_WEAK));
        GuestCodes.Typed result = codes.attempt(guest.invitation().id(), typed);
        if (result == GuestCodes.Typed.RIGHT) return new CodeAnswer.Right(enter(guest, new GuestKnown.ByCode()));
        record(
                opened.get(),
                AuditEvent.wrote("type-code", "guest-link", guest.invitation().id())
                        .refused("code-" + result.name().toLowerCase(java.util.Locale.ROOT)));
        return new CodeAnswer.Not(result);
    }

    /** To be identified in the lobby. */
    public GuestEntry withoutProof(GuestVisitor guest) {
        return enter(guest, new GuestKnown.NotIdentified());
    }

    private GuestEntry enter(GuestVisitor guest, GuestKnown known) {
        Optional<Opened> opened = open(guest);
        if (opened.isEmpty()) return GuestEntry.NOT_OPEN;
        if (!known.assurance().atLeast(opened.get().meeting().least()))
            return refuse(opened.get(), GuestEntry.TOO_WEAK);
        GuestEntry entry = port(guest.invitation()).orElseThrow().enter(guest.invitation(), known);
        return switch (entry) {
            case GuestEntry.Refused refused -> refuse(opened.get(), refused);
            case GuestEntry.AtTheLobby there -> {
                // A cookie from before they were known opens nothing afterwards.
                links.leave(guest.visit());
                yield there;
            }
        };
    }

    private GuestEntry.Refused refuse(Opened opened, GuestEntry.Refused refused) {
        record(
                opened,
                AuditEvent.wrote("enter", "guest-link", opened.invitation().id())
                        .refused(refused.why()));
        return refused;
    }

    private static boolean mayBeCode(GuestMeeting meeting) {
        return GuestAssurance.ONE_TIME_CODE.atLeast(meeting.least());
    }

    /** While the lobby is open. */
    private Optional<Opened> open(GuestVisitor guest) {
        return about(guest.invitation()).filter(found -> found.meeting().isOpen(clock.instant()));
    }

    private Optional<Opened> about(GuestInvitation invitation) {
        return port(invitation).flatMap(port -> port.about(invitation)).map(meeting -> new Opened(invitation, meeting));
    }

    private Optional<GuestMeetings> port(GuestInvitation invitation) {
        return ports.orderedStream()
                .filter(port -> port.purpose().equals(invitation.purpose()))
                .findFirst();
    }

    private void record(Opened opened, AuditEventBuilder event) {
        audit.record(event.by(ActorKind.GUEST, opened.invitation().id(), null)
                .of(opened.invitation().careProvider(), opened.meeting().unit())
                .about(opened.meeting().client())
                .at(clock.instant()));
    }
}
