package se.vardmote.media;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One attachment to the video room plug-in: a publisher, a subscriber, or the steward of the rooms. */
record JanusHandle(JanusLink link, long session, long id) {
    /** Asks the plug-in; the answer is the plug-in's event or response, with a session description beside it. */
    JsonNode ask(ObjectNode body) {
        return link.ask(message("message").set("body", body));
    }

    /** @param type {@code offer} or {@code answer} */
    JsonNode ask(ObjectNode body, String type, String sdp) {
        ObjectNode message = message("message");
        message.set("body", body);
        message.putObject("jsep").put("type", type).put("sdp", sdp);
        return link.ask(message);
    }

    void candidate(@Nullable IceCandidate candidate) {
        ObjectNode message = message("trickle");
        ObjectNode told = message.putObject("candidate");
        if (candidate == null || candidate.candidate().isEmpty()) told.put("completed", true);
        else {
            told.put("candidate", candidate.candidate());
            if (candidate.sdpMid() != null) told.put("sdpMid", candidate.sdpMid());
            if (candidate.sdpMLineIndex() != null) told.put("sdpMLineIndex", candidate.sdpMLineIndex());
        }
        link.tell(message);
    }

    /** Waits until Janus has let go of it. */
    void detach() {
        link.forget(id);
        link.ask(message("detach"));
    }

    private ObjectNode message(String verb) {
        return link.message(verb).put("session_id", session).put("handle_id", id);
    }
}
