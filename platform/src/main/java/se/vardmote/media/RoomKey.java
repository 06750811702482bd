package se.vardmote.media;

import java.util.UUID;

/** Names a room. Opaque: whoever asks for the room decides what it stands for. */
public record RoomKey(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
