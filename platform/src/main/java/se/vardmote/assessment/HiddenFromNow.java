package se.vardmote.assessment;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.vardmote.clients.Client;
import se.vardmote.clients.IdentityProtected;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Participants;
import se.vardmote.platform.News;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * Somebody has protected personal data from now on: in the same transaction the alias stands in the queue, in open rooms and in
 * every call whose content is there, and open pages are told.
 */
@Component
class HiddenFromNow {
    private final DropIns dropIns;
    private final History history;
    private final Participants participants;
    private final Conversations conversations;
    private final RetentionUnits retention;
    private final News news;

    HiddenFromNow(
            DropIns dropIns,
            History history,
            Participants participants,
            Conversations conversations,
            RetentionUnits retention,
            News news) {
        this.dropIns = dropIns;
        this.history = history;
        this.participants = participants;
        this.conversations = conversations;
        this.retention = retention;
        this.news = news;
    }

    @EventListener
    void on(IdentityProtected marked) {
        List<RetentionUnitId> calls = dropIns.hide(marked.careProvider(), marked.client());
        history.of(calls).stream()
                .filter(call -> !call.contentGone()
                        && retention.forgottenAt(call.conversation()).isEmpty())
                .forEach(this::rename);
    }

    private void rename(PastCall call) {
        dropIns.isNamed(call, Client.ALIAS.value());
        participants.namePatient(call.conversation(), Client.ALIAS.value());
        conversations.changed(call.conversation());
        news.tell(DropInRoom.TOPIC, call.receivingUnit().toString());
    }
}
