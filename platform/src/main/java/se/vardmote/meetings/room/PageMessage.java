package se.vardmote.meetings.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.media.PeerConnectionSide;
import se.vardmote.meetings.PatientPlace;
import se.vardmote.meetings.Vouching;

/** What a page says on the socket, one JSON object a frame; {@code type} is the record's name in lower case. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PageMessage.Join.class, name = "join"),
    @JsonSubTypes.Type(value = PageMessage.Offer.class, name = "offer"),
    @JsonSubTypes.Type(value = PageMessage.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = PageMessage.Candidate.class, name = "candidate"),
    @JsonSubTypes.Type(value = PageMessage.Direct.class, name = "direct"),
    @JsonSubTypes.Type(value = PageMessage.Tracks.class, name = "tracks"),
    @JsonSubTypes.Type(value = PageMessage.Away.class, name = "away"),
    @JsonSubTypes.Type(value = PageMessage.Say.class, name = "say"),
    @JsonSubTypes.Type(value = PageMessage.Emergency.class, name = "emergency"),
    @JsonSubTypes.Type(value = PageMessage.NoEmergency.class, name = "noemergency"),
    @JsonSubTypes.Type(value = PageMessage.Place.class, name = "place"),
    @JsonSubTypes.Type(value = PageMessage.Protect.class, name = "protect"),
    @JsonSubTypes.Type(value = PageMessage.Instruct.class, name = "instruct"),
    @JsonSubTypes.Type(value = PageMessage.Understood.class, name = "understood"),
    @JsonSubTypes.Type(value = PageMessage.Want.class, name = "want"),
    @JsonSubTypes.Type(value = PageMessage.Unwant.class, name = "unwant"),
    @JsonSubTypes.Type(value = PageMessage.Park.class, name = "park"),
    @JsonSubTypes.Type(value = PageMessage.Uninvite.class, name = "uninvite"),
    @JsonSubTypes.Type(value = PageMessage.HandOver.class, name = "handover"),
    @JsonSubTypes.Type(value = PageMessage.TakeOver.class, name = "takeover"),
    @JsonSubTypes.Type(value = PageMessage.NoHandOver.class, name = "nohandover"),
    @JsonSubTypes.Type(value = PageMessage.LetIn.class, name = "letin"),
    @JsonSubTypes.Type(value = PageMessage.Vouch.class, name = "vouch"),
    @JsonSubTypes.Type(value = PageMessage.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = PageMessage.End.class, name = "end"),
    @JsonSubTypes.Type(value = PageMessage.Beat.class, name = "beat")
})
public sealed interface PageMessage {

    /** Its name on the wire and in the rights table. */
    static String type(Class<?> message) {
        return message.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * The first message.
     *
     * @param ticket one-time, fetched by the page a moment before
     * @param connection that of an earlier welcome, when this page comes back
     * @param lastSeq the last text it has
     */
    record Join(String ticket, @Nullable UUID connection, long lastSeq) implements PageMessage {}

    /** The page's offer on its sending connection. */
    record Offer(PeerConnectionSide pc, long epoch, String sdp) implements PageMessage {}

    /** The page's answer on its receiving connection. */
    record Answer(PeerConnectionSide pc, long epoch, String sdp) implements PageMessage {}

    /** An address of the page; null when there are no more. */
    record Candidate(
            PeerConnectionSide pc, long epoch, @Nullable Ice candidate) implements PageMessage {}

    /** As the browser's {@code RTCIceCandidateInit}. */
    record Ice(
            String candidate,
            @Nullable String sdpMid,
            @Nullable Integer sdpMLineIndex) {}

    /**
     * For another page that this one meets without a media server.
     *
     * @param connection whose page
     * @param peerEpoch in which of its attempts
     * @param words a description or an address, as the pages write them to each other
     */
    record Direct(long epoch, UUID connection, long peerEpoch, String words) implements PageMessage {}

    /** The true state of both tracks, whenever one changes. */
    record Tracks(TrackState microphone, TrackState camera) implements PageMessage {}

    /** The screen is locked or shows something else, or ({@code false}) it is back. Said once; a join takes it back too. */
    record Away(boolean away) implements PageMessage {}

    /** A written line; sent again with the same key until it has been echoed. */
    record Say(UUID key, String text) implements PageMessage {}

    /** "Akut"; sent again with the same key until it has been seen. */
    record Emergency(UUID key) implements PageMessage {}

    /** "Det var inget akut", of the emergency with this key. */
    record NoEmergency(UUID key) implements PageMessage {}

    /** One part of where the patient is; empty takes it back. */
    record Place(PatientPlace.Part part, String text) implements PageMessage {}

    /** The patient has protected personal data; taken away by two persons, not here. Sent again with the same key until seen. */
    record Protect(UUID key) implements PageMessage {}

    /** "Att göra", by a professional; sent again with the same key until it has been seen. */
    record Instruct(UUID key, String text) implements PageMessage {}

    /** "Uppfattat", by a care worker, of the instruction with this key. */
    record Understood(UUID key) implements PageMessage {}
    /** Asks the one at the device for a picture; a professional only. */
    record Want() implements PageMessage {}

    /** The one who was asked takes no picture just now, or the one who asked no longer wants it. */
    record Unwant() implements PageMessage {}

    /** The chair goes away from the picture for a while, not from the meeting. */
    record Park() implements PageMessage {}

    /** The chair asks a colleague no longer. */
    record Uninvite(UUID key) implements PageMessage {}

    /** The chair offers the call to a professional who is in it. */
    record HandOver(UUID to) implements PageMessage {}

    /** The one who was offered the call leads it from now on. */
    record TakeOver() implements PageMessage {}

    /** The one who was offered the call does not take it, or the chair keeps it after all. */
    record NoHandOver() implements PageMessage {}

    /** The chair lets somebody in who has come while the meeting goes on. */
    record LetIn(UUID person) implements PageMessage {}

    /** The chair says who a guest is, and how they know it. */
    record Vouch(UUID person, Vouching.How how) implements PageMessage {}

    record Leave() implements PageMessage {}

    /** For all; the chair only. */
    record End() implements PageMessage {}

    record Beat() implements PageMessage {}
}
