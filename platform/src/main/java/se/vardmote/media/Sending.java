package se.vardmote.media;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The half of a line on which the page sends: one publisher handle. Used on the room's thread only. */
final class Sending {
    private final JanusHandle handle;
    private final RoomKey room;
    private final String feedId;
    private final Consumer<JsonNode> others;
    private final Set<TrackKind> muted = EnumSet.noneOf(TrackKind.class);
    private List<Feed.Stream> streams = List.of();
    private @Nullable String offer;
    private @Nullable String answer;
    private boolean up;

    /** @param others told of those who are in the room already when this one joins */
    Sending(JanusHandle handle, RoomKey room, String feedId, Consumer<JsonNode> others) {
        this.handle = handle;
        this.room = room;
        this.feedId = feedId;
        this.others = others;
    }

    /** Joins with the first offer, negotiates again with a later one, repeats itself when the offer is repeated. */
    String answer(String sdp) {
        if (answer != null && sdp.equals(offer)) return answer;
        JsonNode said = handle.ask(answer == null ? join() : request("configure"), "offer", sdp);
        List<Feed.Stream> published =
                Feed.Stream.in(said.path("plugindata").path("data").path("streams"));
        if (!published.isEmpty()) streams = published;
        offer = sdp;
        answer = said.path("jsep").path("sdp").asString();
        muted.forEach(kind -> moderate(kind, true));
        others.accept(said.path("plugindata").path("data"));
        return answer;
    }

    Optional<String> lastAnswer() {
        return Optional.ofNullable(answer);
    }

    /** What others can subscribe to; empty until the connection is up, Janus refuses to know it before. */
    Optional<Feed> feed() {
        return up ? Optional.of(new Feed(feedId, streams)) : Optional.empty();
    }

    void up() {
        up = true;
    }

    void mute(TrackKind kind, boolean mute) {
        boolean changed = mute ? muted.add(kind) : muted.remove(kind);
        if (changed && answer != null) moderate(kind, mute);
    }

    void candidate(@Nullable IceCandidate candidate) {
        handle.candidate(candidate);
    }

    void detach() {
        up = false;
        handle.detach();
    }

    private void moderate(TrackKind kind, boolean mute) {
        streams.stream()
                .filter(stream -> stream.kind() == kind)
                .forEach(stream -> handle.ask(request("moderate")
                        .put("room", room.toString())
                        .put("secret", handle.link().address().secretOf(room))
                        .put("id", feedId)
                        .put("mid", stream.mid())
                        .put("mute", mute)));
    }

    private ObjectNode join() {
        return request("joinandconfigure")
                .put("ptype", "publisher")
                .put("room", room.toString())
                .put("pin", handle.link().address().pinOf(room))
                .put("id", feedId);
    }

    private static ObjectNode request(String name) {
        return JanusLink.object().put("request", name);
    }
}
