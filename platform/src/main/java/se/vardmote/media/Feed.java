package se.vardmote.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What somebody publishes, as Janus knows it.
 *
 * @param id Janus's id of the publisher: the line and its epoch, so that what is left of an earlier attempt is never
 *     mistaken for this one
 */
record Feed(String id, List<Stream> streams) {
    private static final int UUID_LENGTH = 36;

    /** @param mid the media section in the publisher's own offer */
    record Stream(String mid, TrackKind kind, String codec) {
        static List<Stream> in(JsonNode streams) {
            return StreamSupport.stream(streams.spliterator(), false)
                    .filter(stream -> !stream.path("disabled").asBoolean(false))
                    .flatMap(stream -> kindOf(stream).stream()
                            .map(kind -> new Stream(
                                    stream.path("mid").asString(),
                                    kind,
                                    stream.path("codec").asString(""))))
                    .toList();
        }
    }

    static String idOf(LineKey line, long epoch) {
        return line + "." + epoch;
    }

    /** Empty for the room's placeholder. */
    static Optional<LineKey> lineOf(String feedId) {
        if (feedId.indexOf('.') != UUID_LENGTH) return Optional.empty();
        return Optional.of(new LineKey(UUID.fromString(feedId.substring(0, UUID_LENGTH))));
    }

    static Optional<TrackKind> kindOf(JsonNode stream) {
        return switch (stream.path("type").asString("")) {
            case "audio" -> Optional.of(TrackKind.AUDIO);
            case "video" -> Optional.of(TrackKind.VIDEO);
            default -> Optional.empty();
        };
    }
}
