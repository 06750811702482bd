package se.vardmote.media;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a Janus is and what it takes to command it.
 *
 * @param socket its WebSocket, {@code ws://…}; never reachable from outside
 * @param apiSecret asked for with every request
 * @param adminKey asked for when rooms are made and listed
 * @param roomKey our own: the rooms' secrets and pins follow from it, so that every node, also after a crash, can
 *     command a room that another one made
 */
record JanusAddress(URI socket, String apiSecret, String adminKey, String roomKey) {
    /** Needed to change or destroy the room. */
    String secretOf(RoomKey room) {
        return derived("secret", room);
    }

    /** Needed to join the room. */
    String pinOf(RoomKey room) {
        return derived("pin", room);
    }

    private String derived(String use, RoomKey room) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(roomKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((use + ":" + room).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "Janus at " + socket;
    }
}
