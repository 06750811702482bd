package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.GuestCodes;
import se.vardmote.assessment.planned.Invited;
import se.vardmote.assessment.planned.PlannedCalls;
import se.vardmote.assessment.planned.PlannedGuest;
import se.vardmote.notifications.Delivery;
import se.vardmote.notifications.Notifications;
import se.vardmote.notifications.Recipient;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.NoticeId;
import se.vardmote.vocabulary.PlannedCallId;

/** Puts together who is invited to a planned call. Whoever shows it has audited the call first. */
@Component
class GuestReader {
    private final PlannedCalls calls;
    private final Invited invited;
    private final GuestCodes codes;
    private final Notifications notifications;

    GuestReader(PlannedCalls calls, Invited invited, GuestCodes codes, Notifications notifications) {
        this.calls = calls;
        this.invited = invited;
        this.codes = codes;
        this.notifications = notifications;
    }

    GuestsPart of(CareProviderId careProvider, PlannedCallId id) {
        List<PlannedGuest> guests =
                calls.find(careProvider, id).map(invited::to).orElse(List.of());
        Map<GuestLinkId, GuestCodes.Issued> toReadOut =
                codes.toReadOut(guests.stream().map(PlannedGuest::link).toList());
        Map<NoticeId, Delivery> sent = notifications.of(guests.stream()
                .map(PlannedGuest::notice)
                .filter(Objects::nonNull)
                .toList());
        return new GuestsPart(
                guests.stream()
                        .map(guest -> shown(
                                guest,
                                guest.notice() == null ? null : sent.get(guest.notice()),
                                toReadOut.get(guest.link())))
                        .toList(),
                guests.size() >= Invited.MOST,
                GuestForm.EMPTY,
                Map.of(),
                null,
                null);
    }

    private GuestsPart.Guest shown(PlannedGuest guest, @Nullable Delivery delivery, GuestCodes.@Nullable Issued code) {
        Recipient to = guest.recipient();
        return new GuestsPart.Guest(
                guest.link().toString(),
                guest.role().name(),
                guest.name(),
                to == null ? null : readable(to),
                guest.least().name(),
                guest.saidNo(),
                delivery == null ? null : delivery.state().name(),
                delivery == null ? null : delivery.at(),
                to != null && !guest.saidNo() && notifications.offers(to.channel()),
                code == null ? null : new PlannedCallPage.Code(code.code(), code.until()));
    }

    private static String readable(Recipient to) {
        return switch (to) {
            case Recipient.Phone(var number) -> number.display();
            case Recipient.Mailbox(var address) -> address.value();
        };
    }

    static GuestsPart withErrors(GuestsPart part, GuestForm form, Map<String, String> errors) {
        return new GuestsPart(part.guests(), part.full(), form, errors, null, null);
    }

    static GuestsPart withLink(GuestsPart part, String link) {
        return new GuestsPart(part.guests(), part.full(), part.form(), Map.of(), link, null);
    }

    static GuestsPart withoutCode(GuestsPart part, Instant next) {
        return new GuestsPart(part.guests(), part.full(), part.form(), Map.of(), null, next);
    }
}
