package se.vardmote.meetings.room;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import se.vardmote.media.MediaRooms;
import se.vardmote.media.RoomKey;
import se.vardmote.meetings.Conversations;

/** When a conversation closes, its room on the media server goes: nobody remains, whatever a page does. */
@Component
class RoomsGoWithConversations {
    private final MediaRooms rooms;

    RoomsGoWithConversations(MediaRooms rooms) {
        this.rooms = rooms;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Conversations.Closed closed) {
        rooms.destroy(new RoomKey(closed.unit().value()));
    }
}
