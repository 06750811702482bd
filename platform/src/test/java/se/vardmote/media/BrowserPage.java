package se.vardmote.media;

import static se.vardmote.media.RealJanus.until;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One real page in a room, as the server sees it: its line, and what it reports of what it receives. */
final class BrowserPage implements LineEvents {
    private static final JsonMapper json = JsonMapper.shared();
    final BlockingQueue<String> toPage = new LinkedBlockingQueue<>();
    private final LineKey key = new LineKey(UUID.randomUUID());
    private final MediaRooms rooms;
    private final RoomKey room;
    private LineRights rights;
    private long epoch;
    private volatile @Nullable Line line;
    private volatile JsonNode report = json.createObjectNode();
    private volatile int tracks;
    private final AtomicInteger ups = new AtomicInteger();

    BrowserPage(MediaRooms rooms, RoomKey room, LineRights rights) {
        this.rooms = rooms;
        this.room = room;
        this.rights = rights;
        tell(message("connect"));
    }

    int frames() {
        return report.path("frames").asInt(0);
    }

    int packets() {
        return report.path("packets").asInt(0);
    }

    /** How often the page asked for camera and microphone. */
    int asked() {
        return report.path("asked").asInt(0);
    }

    int tracks() {
        return tracks;
    }

    Line line() {
        until("the page has connected", () -> line != null);
        return Objects.requireNonNull(line);
    }

    void may(LineRights changed) {
        rights = changed;
        line().rights(changed);
    }

    /** Waits for pictures decoded and sound received from now on. */
    void seesAndHears() {
        JsonNode before = report;
        until("pictures come", () -> frames() > before.path("frames").asInt(0) + 5);
        until("sound comes", () -> packets() > before.path("packets").asInt(0) + 5);
    }

    /** A word from the page. */
    void said(JsonNode message) {
        switch (message.path("type").asString()) {
            case "connect" -> line = rooms.connect(room, key, ++epoch, rights, this);
            case "offer" -> line().offer(message.path("sdp").asString());
            case "answer" -> line().answer(message.path("sdp").asString());
            case "candidate" ->
                line().candidate(
                                PeerConnectionSide.valueOf(message.path("pc").asString()),
                                candidate(message.path("candidate")));
            default -> report = message;
        }
    }

    @Override
    public void answered(String sdp) {
        tell(message("answer").put("sdp", sdp));
    }

    @Override
    public void offered(String sdp, List<RemoteTrack> carried) {
        tracks = carried.size();
        tell(message("offer").put("sdp", sdp));
    }

    @Override
    public void connected(PeerConnectionSide pc) {
        ups.incrementAndGet();
    }

    /** How many connections have come up: two a page. */
    int ups() {
        return ups.get();
    }

    @Override
    public void lost(LossReason why) {
        tell(message("connect"));
    }

    private static @Nullable IceCandidate candidate(JsonNode candidate) {
        if (!candidate.isObject()) return null;
        return new IceCandidate(
                candidate.path("candidate").asString(""),
                candidate.path("sdpMid").asString(),
                candidate.path("sdpMLineIndex").asInt());
    }

    private void tell(ObjectNode message) {
        toPage.add(json.writeValueAsString(message));
    }

    private static ObjectNode message(String type) {
        return json.createObjectNode().put("type", type);
    }
}
