package se.vardmote.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What the lines that other nodes hold publish in the same room: Janus tells every publisher of every other. Which of
 * them may be seen, and in which epoch, is for the caller to say. Used on the room's thread only.
 */
final class Elsewhere {
    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private Map<LineKey, Long> seen = Map.of();

    /**
     * @param told of others in the room: who is there when one joins, who comes, who goes
     * @return whether anything is different now: each of our lines is told the same
     */
    boolean heard(JsonNode told) {
        boolean changed = false;
        for (JsonNode publisher : told.path("publishers")) {
            String id = publisher.path("id").asString("");
            var feed = new Feed(id, Feed.Stream.in(publisher.path("streams")));
            changed |= !feed.equals(feeds.put(id, feed));
        }
        for (String gone : List.of("unpublished", "leaving", "kicked"))
            changed |= feeds.remove(told.path(gone).asString("")) != null;
        return changed;
    }

    void mayBeSeen(Map<LineKey, Long> lines) {
        seen = Map.copyOf(lines);
    }

    List<Feed> visible(Predicate<LineKey> isHere) {
        return feeds.values().stream()
                .filter(feed -> Feed.lineOf(feed.id())
                        .filter(line -> !isHere.test(line))
                        .filter(line -> isOf(feed, line))
                        .isPresent())
                .toList();
    }

    /** What is left of an earlier epoch is not that line any more. */
    private boolean isOf(Feed feed, LineKey line) {
        Long epoch = seen.get(line);
        return epoch != null && feed.id().equals(Feed.idOf(line, epoch));
    }

    /** The server has died, and all that was in the room with it. */
    void forget() {
        feeds.clear();
    }
}
