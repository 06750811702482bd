package se.vardmote.meetings.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.media.PeerConnectionSide;
import se.vardmote.media.TrackKind;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.Profession;

/** What the server says to a page on the socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerMessage.State.class, name = "state"),
    @JsonSubTypes.Type(value = ServerMessage.Together.class, name = "together"),
    @JsonSubTypes.Type(value = ServerMessage.Said.class, name = "said"),
    @JsonSubTypes.Type(value = ServerMessage.Care.class, name = "care"),
    @JsonSubTypes.Type(value = ServerMessage.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = ServerMessage.Offer.class, name = "offer"),
    @JsonSubTypes.Type(value = ServerMessage.Peers.class, name = "peers"),
    @JsonSubTypes.Type(value = ServerMessage.Direct.class, name = "direct"),
    @JsonSubTypes.Type(value = ServerMessage.Media.class, name = "media"),
    @JsonSubTypes.Type(value = ServerMessage.Problem.class, name = "problem"),
    @JsonSubTypes.Type(value = ServerMessage.Beat.class, name = "beat"),
    @JsonSubTypes.Type(value = ServerMessage.Closed.class, name = "closed")
})
public sealed interface ServerMessage {

    /**
     * The answer to a join.
     *
     * @param epoch of this page's peer connections
     * @param resumed the peer connections live on; else the page builds new ones
     * @param seat the participant that this page speaks for
     * @param maxVideoBitrate bits a second
     * @param direct pages send to each other; no server's end offers or answers
     */
    record Welcome(
            UUID connection,
            long epoch,
            boolean resumed,
            UUID seat,
            MediaState media,
            List<IceServer> iceServers,
            int maxVideoBitrate,
            boolean direct)
            implements ServerMessage {}

    /** As the browser's {@code RTCIceServer}. */
    record IceServer(List<String> urls, String username, String credential) {}

    /**
     * Everything about the conversation but its texts, as this page may see it.
     *
     * @param seq the last text there is
     * @param place 1 is next in turn; null when not waiting
     * @param steps who else has been sought while nobody answered, in order
     * @param pictureWanted the professional has asked for a picture, and nobody has answered
     * @param pictures those to decide about; null for everybody but professionals
     */
    record State(
            long seq,
            Stage stage,
            @Nullable Integer place,
            @Nullable Instant waitingSince,
            List<Step> steps,
            @Nullable Unit unit,
            boolean mayPublish,
            boolean mayEndForAll,
            @Nullable Instant startedAt,
            @Nullable Refusal refusal,
            @Nullable String endedBy,
            boolean pictureWanted,
            @Nullable Pictures pictures,
            List<Person> people)
            implements ServerMessage {}

    /** Somebody more has been sought. */
    record Step(SoughtKind kind, String unit, Instant at) {}

    /** Why: nobody could be reached, or the cover or the head of unit has been sought. */
    enum SoughtKind {
        NOBODY,
        COVER,
        HEAD
    }

    /** The unit that answers and its number as people write it. */
    record Unit(String name, String phone) {}

    /**
     * What a professional has to decide about.
     *
     * @param maySave whether the unit lets pictures be saved with the note
     * @param routine of the unit, in its own words
     */
    record Pictures(boolean maySave, @Nullable String routine, List<Picture> undecided) {}

    /** Its pixels are fetched under the meeting's address. */
    record Picture(UUID id, int width, int height, Instant takenAt) {}

    /** A no, with the way forward. */
    record Refusal(String outcome, String reasonCode, String message, String by) {}

    /**
     * Somebody in the conversation.
     *
     * @param away their screen is locked or shows something else; without a word of that they are just not present
     * @param connection whose picture and sound are theirs; null when they are not connected
     */
    record Person(
            UUID id,
            String name,
            ParticipantRole role,
            @Nullable Profession title,
            Identification identification,
            @Nullable String vouchedBy,
            boolean self,
            boolean waiting,
            boolean present,
            boolean away,
            @Nullable UUID connection,
            TrackState microphone,
            TrackState camera) {}

    /**
     * What the professionals of a call have arranged between them; comes with each state of those who are in.
     *
     * @param parkedBy name of the one who is away for a while; null while the call goes on
     * @param leads this page's own may park, ask colleagues in and hand over
     * @param mayPark nobody else licensed is in the call
     * @param hasNote there is a note of the call for this page's own to write
     * @param asked colleagues who have not come in; for professionals only, else empty
     * @param handOver an offer that waits for an answer; null for everybody but the two
     */
    record Together(
            @Nullable String parkedBy,
            boolean leads,
            boolean mayPark,
            boolean hasNote,
            List<Asked> asked,
            @Nullable HandOver handOver)
            implements ServerMessage {}

    /** A colleague who was asked in: {@code notNow} when they cannot just now. */
    record Asked(UUID key, String name, String unit, boolean takeOver, boolean notNow) {}

    /** An offer of the call: {@code mine} to the one whom it was offered to. */
    record HandOver(UUID to, String from, String name, boolean mine) {}

    /**
     * What concerns the patient's safety, as those in the call see it; follows each state.
     *
     * @param emergency the last that was pressed; null when none was
     * @param place where the patient is, as far as anybody has said
     * @param from unit and area that the care worker came from; may be empty
     * @param callBack the care worker's number as people write it; null when not known
     * @param protectedIdentity the patient has protected personal data: an alias stands everywhere
     * @param instructions to a care worker those not understood yet, to everybody else all
     */
    record Care(
            @Nullable Emergency emergency,
            Place place,
            String from,
            @Nullable String callBack,
            boolean protectedIdentity,
            List<Instruction> instructions)
            implements ServerMessage {
        @Override
        public String toString() {
            return "Care[]";
        }
    }

    /** @param closedBy who said that it was none; null while it stands */
    record Emergency(
            UUID key,
            String by,
            Instant at,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {}

    record Place(String address, String floor, String doorCode, String room) {}

    /** @param understoodAt null before somebody has pressed "Uppfattat" */
    record Instruction(
            UUID key,
            String by,
            String text,
            Instant at,
            @Nullable Instant understoodAt) {}

    /** A written line, in order; also the receipt for {@code say}. */
    record Said(long seq, UUID key, UUID author, String name, String text, Instant at, boolean own)
            implements ServerMessage {}

    record Answer(PeerConnectionSide pc, long epoch, String sdp) implements ServerMessage {}

    record Offer(PeerConnectionSide pc, long epoch, String sdp, List<Track> tracks) implements ServerMessage {}

    /** A track in an offer: the media section and whose it is. */
    record Track(String mid, UUID connection, TrackKind kind) {}

    /** Whom this page meets without a media server; a new attempt of somebody is a new peer. */
    record Peers(long epoch, List<Peer> peers) implements ServerMessage {}

    /** Somebody's page in one of its attempts. */
    record Peer(UUID connection, long epoch) {}

    /** What such a page says to this one. */
    record Direct(long epoch, UUID connection, long peerEpoch, String words) implements ServerMessage {}

    /** What has become of sound and picture, and under which epoch they go on. */
    record Media(long epoch, MediaState state) implements ServerMessage {}

    /** Something could not be done; {@code key} is that of the text it was about. */
    record Problem(String slug, @Nullable UUID key) implements ServerMessage {}

    record Beat() implements ServerMessage {}

    /** Nothing more comes. */
    record Closed(ClosedReason reason) implements ServerMessage {}
}
