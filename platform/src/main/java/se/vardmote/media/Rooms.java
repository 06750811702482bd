package se.vardmote.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rooms as Janus is asked for them.
 *
 * @param videoBitrate most bits a second of picture that one page may send
 * @param publishers most pages that send at a time
 */
record Rooms(int videoBitrate, int publishers) {
    private static final String CODEC_OF_ALL = "vp8";

    /**
     * Makes the room, or finds it made. No recording: see {@link JanusConfiguration}. Pictures are turned upright by
     * the sender ({@code videoorient_ext} off), because a receiver on a placeholder has not agreed on that extension.
     *
     * @return the id of the room's placeholder feed
     */
    String create(JanusLink link, RoomKey room) {
        ObjectNode create = request("create", room)
                .put("admin_key", link.address().adminKey())
                .put("secret", link.address().secretOf(room))
                .put("pin", link.address().pinOf(room))
                .put("permanent", false)
                .put("is_private", true)
                .put("record", false)
                .put("lock_record", true)
                .put("publishers", publishers)
                .put("bitrate", videoBitrate)
                .put("bitrate_cap", true)
                .put("notify_joining", true)
                .put("audiocodec", "opus")
                .put("videocodec", CODEC_OF_ALL + ",h264")
                .put("videoorient_ext", false)
                .put("dummy_publisher", true);
        ArrayNode placeholders = create.putArray("dummy_streams");
        placeholders.addObject().put("codec", "opus").put("fmtp", "useinbandfec=1");
        placeholders.addObject().put("codec", CODEC_OF_ALL);
        try {
            link.steward().ask(create);
        } catch (JanusProblem problem) {
            if (!problem.is(JanusProblem.ROOM_EXISTS)) throw problem;
        }
        return placeholderOf(link, room);
    }

    void destroy(JanusLink link, RoomKey room) {
        try {
            link.steward()
                    .ask(request("destroy", room).put("secret", link.address().secretOf(room)));
        } catch (JanusProblem problem) {
            if (!problem.is(JanusProblem.NO_SUCH_ROOM)) throw problem;
        }
    }

    /** Every room there is; one whose name is not a key is not ours. */
    List<RoomKey> list(JanusLink link) {
        ObjectNode list = JanusLink.object()
                .put("request", "list")
                .put("admin_key", link.address().adminKey());
        return elements(data(link.steward().ask(list)).path("list"))
                .flatMap(room -> key(room.path("room").asString("")).stream())
                .toList();
    }

    private static String placeholderOf(JanusLink link, RoomKey room) {
        ObjectNode list =
                request("listparticipants", room).put("secret", link.address().secretOf(room));
        return elements(data(link.steward().ask(list)).path("participants"))
                .filter(participant -> participant.path("dummy").asBoolean(false))
                .map(participant -> participant.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new JanusProblem(JanusProblem.NO_SUCH_FEED, "the room has no placeholder"));
    }

    private static Optional<RoomKey> key(String name) {
        try {
            return Optional.of(new RoomKey(UUID.fromString(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode data(JsonNode said) {
        return said.path("plugindata").path("data");
    }

    private static ObjectNode request(String name, RoomKey room) {
        return JanusLink.object().put("request", name).put("room", room.toString());
    }
}
