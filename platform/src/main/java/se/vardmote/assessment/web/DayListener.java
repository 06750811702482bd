package se.vardmote.assessment.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import se.vardmote.access.SessionId;
import se.vardmote.access.SessionOver;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.ui.Frame;
import se.vardmote.ui.Language;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DropInId;

/**
 * One open page of "Min dag", or of a call of somebody who has a day. What it is sent carries no form token: the page puts its own into every form that it sends,
 * and so those who see the same can be sent the same.
 */
final class DayListener {
    private static final Logger log = LoggerFactory.getLogger(DayListener.class);
    private final Frame frame;
    private final Language language;
    private final SseEmitter emitter = new SseEmitter(0L);
    /** Those whose names it has been shown, so that each reading is audited once. */
    private volatile Set<DropInId> shown = Set.of();
    /** Where those wait who are shown: also at a unit that this page covers for. */
    private volatile Set<CareUnitId> unitsShown = Set.of();

    /** The page is a call: it is told of those who wait, but not who they are. */
    private final boolean inCall;

    private volatile Set<DropInId> acuteShown = Set.of();

    private volatile String acuteLastShown = "";
    private volatile List<StaffMember> posts;

    DayListener(List<StaffMember> posts, Frame frame, Language language, boolean inCall) {
        this.inCall = inCall;
        this.posts = posts;
        this.frame = frame.ofNobody();
        this.language = language;
    }

    /** As last read: commission and right may end while the page is open. */
    StaffMember staff() {
        return posts.getFirst();
    }

    /** The same person in each of their commissions. */
    List<StaffMember> posts() {
        return posts;
    }

    void posts(List<StaffMember> now) {
        posts = now;
    }

    boolean inCall() {
        return inCall;
    }

    Frame frame() {
        return frame;
    }

    Language language() {
        return language;
    }

    SessionId session() {
        return staff().session();
    }

    /** Pages that show the same rows. */
    Group group() {
        return new Group(
                staff().careProvider(), posts.stream().map(StaffMember::unit).collect(Collectors.toSet()));
    }

    /** Whether something new at a unit may change what this page shows. */
    boolean shows(CareUnitId unit) {
        return unitsShown.contains(unit)
                || posts.stream().anyMatch(post -> post.unit().equals(unit));
    }

    /** Units of one care provider whose knocks some pages show. */
    record Group(CareProviderId careProvider, Set<CareUnitId> units) {}

    /** What this page would be shown of a list. */
    DayStreams.Sight sight(WaitingList list) {
        return new DayStreams.Sight(list, frame, language);
    }

    SseEmitter emitter() {
        return emitter;
    }

    List<DropIn> notYetShown(List<DropIn> waiting) {
        return waiting.stream().filter(dropIn -> !shown.contains(dropIn.id())).toList();
    }

    /** Their readings are on record; who is gone from the list is forgotten. */
    void willBeShown(List<DropIn> waiting) {
        shown = waiting.stream().map(DropIn::id).collect(Collectors.toSet());
        unitsShown = waiting.stream().map(DropIn::receivingUnit).collect(Collectors.toSet());
    }

    /** In which words and for which kind of device. */
    record Look(Frame frame, Language language) {}

    Look look() {
        return new Look(frame, language);
    }

    List<DropIn> acuteNotYetShown(List<DropIn> acute) {
        return acute.stream()
                .filter(dropIn -> !acuteShown.contains(dropIn.id()))
                .toList();
    }

    void willBeShownAcute(List<DropIn> acute) {
        acuteShown = acute.stream().map(DropIn::id).collect(Collectors.toSet());
    }

    /** Sent only when it differs: most news are of those who wait. */
    void showAcute(String acute) {
        if (acute.equals(acuteLastShown)) return;
        acuteLastShown = acute;
        send(SseEmitter.event().name("acute").data(acute));
    }

    void show(String waiting) {
        send(SseEmitter.event().name("waiting").data(waiting));
    }

    /** The reader's own calls. */
    void showCalls(String calls) {
        send(SseEmitter.event().name("calls").data(calls));
    }

    /** Keeps proxies from closing a silent stream. */
    void beat() {
        send(SseEmitter.event().comment("beat"));
    }

    /** Asks the page to say that it is there. */
    void ask() {
        send(SseEmitter.event().name("there").data("?"));
    }

    /** Says why nothing more comes, and ends. */
    void end(SessionOver why) {
        send(SseEmitter.event().name("over").data(why.word()));
        emitter.complete();
    }

    private void send(SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // The server ends it by itself: ending it too would race with that, and stand in the log as a fault.
            log.debug("A page of the day has gone");
        }
    }
}
