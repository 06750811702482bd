package se.vardmote.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The half of a line on which the page receives: one subscriber handle for everybody. It is opened on the room's
 * placeholder, which sends nothing, so that the connection stands before there is anybody to see; showing somebody is
 * then a switch at the server. Used on the room's thread only.
 */
final class Receiving {
    private final JanusHandle handle;
    private final BiConsumer<String, List<RemoteTrack>> offered;
    private List<Slot> slots = List.of();
    private @Nullable String unanswered;
    private boolean announceAfterAnswer;

    /** One media section of the offer, and what feeds it. */
    private record Slot(String mid, boolean active, TrackKind kind, String codec, String feedId, String feedMid) {
        boolean carries(Feed feed, Feed.Stream stream) {
            return active && feedId.equals(feed.id()) && feedMid.equals(stream.mid());
        }

        boolean fits(Feed.Stream stream) {
            return active && isPlaceholder() && kind == stream.kind() && codec.equals(stream.codec());
        }

        boolean isPlaceholder() {
            return Feed.lineOf(feedId).isEmpty();
        }
    }

    private record Wish(Feed feed, Feed.Stream stream) {}

    /** @param offered receives every offer for the page, with everything it carries */
    Receiving(JanusHandle handle, BiConsumer<String, List<RemoteTrack>> offered) {
        this.handle = handle;
        this.offered = offered;
    }

    void open(RoomKey room, String placeholder) {
        ObjectNode join = request("join")
                .put("ptype", "subscriber")
                .put("room", room.toString())
                .put("pin", handle.link().address().pinOf(room))
                .put("autoupdate", false);
        join.putArray("streams").addObject().put("feed", placeholder);
        changed(handle.ask(join));
    }

    /** Makes what is received equal to what is wanted. Taking away is done at once, whether or not the page answers. */
    void reconcile(List<Feed> wanted) {
        List<Wish> missing = missing(wanted);
        List<Slot> surplus =
                slots.stream().filter(slot -> isSurplus(slot, wanted)).toList();
        boolean switched = switchPlaceholders(missing);
        if (!missing.isEmpty() || !surplus.isEmpty()) update(missing, surplus);
        else if (switched) announce();
    }

    void answer(String sdp) {
        if (unanswered == null) return;
        handle.ask(request("start"), "answer", sdp);
        unanswered = null;
        if (announceAfterAnswer) announce();
    }

    /** Offers once more what the page may not have got. */
    void repeat() {
        if (unanswered != null) offered.accept(unanswered, tracks());
    }

    void candidate(@Nullable IceCandidate candidate) {
        handle.candidate(candidate);
    }

    void detach() {
        handle.detach();
    }

    /** Takes over the slots that Janus tells of, and passes its offer on if there is one. */
    void changed(JsonNode said) {
        JsonNode streams = said.path("plugindata").path("data").path("streams");
        if (streams.isArray()) slots = slotsIn(streams);
        if (!said.has("jsep")) return;
        unanswered = said.path("jsep").path("sdp").asString();
        offered.accept(unanswered, tracks());
    }

    private List<Wish> missing(List<Feed> wanted) {
        var missing = new ArrayList<Wish>();
        for (Feed feed : wanted)
            for (Feed.Stream stream : feed.streams())
                if (slots.stream().noneMatch(slot -> slot.carries(feed, stream))) missing.add(new Wish(feed, stream));
        return missing;
    }

    private static boolean isSurplus(Slot slot, List<Feed> wanted) {
        return slot.active()
                && !slot.isPlaceholder()
                && wanted.stream().noneMatch(feed -> feed.id().equals(slot.feedId()));
    }

    /** Fulfils the wishes for which a warm slot fits, and takes them off the list. */
    private boolean switchPlaceholders(List<Wish> missing) {
        ArrayNode switches = JanusLink.object().arrayNode();
        var free = new ArrayList<>(slots);
        missing.removeIf(wish -> {
            Optional<Slot> slot =
                    free.stream().filter(each -> each.fits(wish.stream())).findFirst();
            slot.ifPresent(found -> {
                free.remove(found);
                switches.add(source(wish).put("sub_mid", found.mid()));
            });
            return slot.isPresent();
        });
        if (switches.isEmpty()) return false;
        ObjectNode request = request("switch");
        request.set("streams", switches);
        changed(handle.ask(request));
        return true;
    }

    private void update(List<Wish> missing, List<Slot> surplus) {
        ObjectNode request = request("update");
        if (!missing.isEmpty()) {
            ArrayNode subscribe = request.putArray("subscribe");
            missing.forEach(wish -> subscribe.add(source(wish)));
        }
        if (!surplus.isEmpty()) {
            ArrayNode unsubscribe = request.putArray("unsubscribe");
            surplus.forEach(slot -> unsubscribe.addObject().put("sub_mid", slot.mid()));
        }
        changed(handle.ask(request));
    }

    /** A switch needs no negotiation, but the page must learn whose picture it now gets. */
    private void announce() {
        announceAfterAnswer = unanswered != null;
        if (!announceAfterAnswer) changed(handle.ask(request("configure").put("update", true)));
    }

    private List<RemoteTrack> tracks() {
        return slots.stream()
                .filter(Slot::active)
                .flatMap(slot ->
                        Feed.lineOf(slot.feedId()).stream().map(line -> new RemoteTrack(slot.mid(), line, slot.kind())))
                .toList();
    }

    private static List<Slot> slotsIn(JsonNode streams) {
        return StreamSupport.stream(streams.spliterator(), false)
                .flatMap(stream -> Feed.kindOf(stream).stream()
                        .map(kind -> new Slot(
                                stream.path("mid").asString(),
                                stream.path("active").asBoolean(false),
                                kind,
                                stream.path("codec").asString(""),
                                stream.path("feed_id").asString(""),
                                stream.path("feed_mid").asString(""))))
                .toList();
    }

    private static ObjectNode source(Wish wish) {
        return JanusLink.object()
                .put("feed", wish.feed().id())
                .put("mid", wish.stream().mid());
    }

    private static ObjectNode request(String name) {
        return JanusLink.object().put("request", name);
    }
}
