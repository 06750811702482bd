package se.vardmote.meetings.room;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.Actor;
import se.vardmote.media.Line;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Text;
import se.vardmote.vocabulary.ConnectionId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * One page's connection as this node holds it: its socket, which comes and goes, and its line to the media server,
 * which lives on while the socket is away. Everything it sends goes through its lock, so that nothing arrives out of
 * order.
 */
final class LivePage {
    /** Where messages to the page go; the socket behind it is replaced when the page comes back. */
    interface Outlet {
        void send(ServerMessage message);

        void close();
    }

    static final long NOT_LOST = -1;
    private final ReentrantLock lock = new ReentrantLock();
    private final ConnectionId id;
    private final RetentionUnitId unit;
    private final Attendee attendee;
    private final MediaLines lines;
    private final PageLine line;
    private volatile Actor actor;
    private volatile @Nullable Outlet outlet;
    private volatile long lastSequence;
    private volatile long losses;
    /** Own lines of one who waits that were shown before others' of earlier ones were. */
    private final Set<Long> shownBefore = new HashSet<>();

    LivePage(ConnectionId id, RetentionUnitId unit, Actor actor, long epoch, MediaLines lines) {
        this.id = id;
        this.unit = unit;
        this.actor = actor;
        this.attendee = Attendee.of(actor);
        this.lines = lines;
        this.line = new PageLine(id, unit, epoch, lines, new LineOwner());
    }

    ConnectionId id() {
        return id;
    }

    RetentionUnitId unit() {
        return unit;
    }

    /** Who speaks here, as last read: rights end while a socket is open. */
    Actor actor() {
        return actor;
    }

    void actor(Actor now) {
        actor = now;
    }

    /** The same person with the rights of now, unless somebody has signed in anew meanwhile. */
    void renew(Actor before, Actor now) {
        if (actor == before) actor = now;
    }

    Attendee attendee() {
        return attendee;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** The page is here, for the first time or again; an older socket of the same page is closed. */
    void arrive(Outlet here, long lastSequenceOfPage, Participant person, boolean resumed) {
        locked(() -> {
            if (outlet != null && outlet != here) outlet.close();
            outlet = here;
            lastSequence = lastSequenceOfPage;
            here.send(lines.welcome(id, line.epoch(), resumed, person.id()));
            line.takeOver();
        });
    }

    /** Whether this socket is still the page's; false once a newer one has taken its place. */
    boolean hangsOn(@Nullable Outlet other) {
        return outlet == other;
    }

    /** Whether a socket is open: a page that falls silent loses it soon. */
    boolean answers() {
        return outlet != null;
    }

    /**
     * A socket is gone; the line stays for a page that comes back. The answer numbers this loss, or is {@link #NOT_LOST}
     * when a newer socket has taken its place.
     */
    long leaveSocket(@Nullable Outlet gone) {
        lock.lock();
        try {
            if (outlet != gone) return NOT_LOST;
            outlet = null;
            return ++losses;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the page has not come back since that loss. */
    boolean isStillLost(long loss) {
        return outlet == null && losses == loss;
    }

    /** Shows what the database says now. A page that has come back with less than {@code from} needs another reading. */
    void show(Snapshot snapshot, List<Text> texts, long from) {
        locked(() -> {
            Stage stage = snapshot.stage(attendee);
            line.settle(stage);
            send(snapshot.seenBy(attendee, lines.available()));
            if (stage == Stage.ADMITTED || stage == Stage.PARKED) send(snapshot.arrangedFor(attendee));
            if (stage == Stage.ADMITTED || stage == Stage.PARKED)
                send(snapshot.care().seenBy(attendee, snapshot.people()));
            if (lastSequence >= from) showTexts(snapshot, texts);
            if (stage == Stage.ENDED) send(new ServerMessage.Closed(ClosedReason.ENDED));
        });
    }

    /** Repeats one line that the page has not heard the receipt of. */
    void repeat(Snapshot snapshot, Text text) {
        locked(() -> sendText(snapshot, text));
    }

    void send(ServerMessage message) {
        locked(() -> {
            if (outlet != null) outlet.send(message);
        });
    }

    /** Speaks to the media server if the words belong to the present epoch. */
    void toMedia(long messageEpoch, Consumer<Line> words) {
        locked(() -> line.say(messageEpoch, words));
    }

    void candidate(PageMessage.Candidate message) {
        locked(() -> line.candidate(message));
    }

    /** Whether a page that comes back finds its peer connections as they were. */
    boolean isWhole() {
        return line.isWhole();
    }

    /** Gives up the line for good. */
    void close(ClosedReason reason) {
        locked(() -> {
            line.drop();
            if (outlet != null) {
                outlet.send(new ServerMessage.Closed(reason));
                outlet.close();
            }
            outlet = null;
        });
    }

    private void showTexts(Snapshot snapshot, List<Text> texts) {
        boolean all = snapshot.mayRead(attendee);
        texts.stream()
                .filter(text -> text.sequence() > lastSequence)
                .filter(text -> !shownBefore.contains(text.sequence()))
                .filter(text -> all || isOwn(snapshot, text))
                .forEach(text -> {
                    // What is passed over now is shown when they are let in.
                    if (all) sendText(snapshot, text);
                    else if (shownBefore.add(text.sequence())) say(snapshot, text);
                });
    }

    private boolean isOwn(Snapshot snapshot, Text text) {
        return snapshot.people().stream().anyMatch(person -> person.id().equals(text.author()) && attendee.is(person));
    }

    private void sendText(Snapshot snapshot, Text text) {
        say(snapshot, text);
        lastSequence = Math.max(lastSequence, text.sequence());
    }

    private void say(Snapshot snapshot, Text text) {
        snapshot.people().stream()
                .filter(person -> person.id().equals(text.author()))
                .findFirst()
                .ifPresent(author -> send(new ServerMessage.Said(
                        text.sequence(),
                        text.key(),
                        author.id().value(),
                        author.name(),
                        text.text(),
                        text.at(),
                        attendee.is(author))));
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private final class LineOwner implements PageLine.Owner {
        @Override
        public void send(ServerMessage message) {
            LivePage.this.send(message);
        }

        @Override
        public void locked(Runnable work) {
            LivePage.this.locked(work);
        }

        @Override
        public void mustJoinAgain() {
            if (outlet != null) outlet.close();
        }
    }
}
