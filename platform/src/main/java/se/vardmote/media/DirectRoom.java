package se.vardmote.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A room whose pages send to each other: who may, is told to each; what one says for another is carried to that one only. */
final class DirectRoom {
    /** With a fourth page, each would send its picture three times: too much for a tablet's network. */
    static final int MOST_PAGES = 3;

    private final Mailbox mailbox = new Mailbox();
    private final Map<LineKey, DirectLine> lines = new LinkedHashMap<>();

    Line connect(LineKey key, long epoch, LineRights rights, LineEvents events) {
        DirectLine line;
        synchronized (lines) {
            DirectLine present = lines.get(key);
            if (present != null && present.epoch() > epoch) throw new MediaRooms.StaleEpoch();
            if (present != null && present.epoch() == epoch) {
                line = present.takeOver(rights, events);
                mailbox.post(line::repeat);
            } else {
                line = new DirectLine(this, key, epoch, rights, events);
                lines.put(key, line);
            }
        }
        mailbox.post(this::reconcile);
        return line;
    }

    void leave(DirectLine line) {
        synchronized (lines) {
            lines.remove(line.key(), line);
        }
        mailbox.post(this::reconcile);
    }

    void rightsChanged() {
        mailbox.post(this::reconcile);
    }

    /** What a page says for another that it may not see, or that has gone, is lost. */
    void carry(DirectLine from, LinePeer to, String words) {
        mailbox.post(() -> {
            DirectLine other = present(to.line());
            if (other != null && from.knows(to) && other.knows(from.peer())) other.hear(from.peer(), words);
        });
    }

    private void reconcile() {
        List<DirectLine> here;
        synchronized (lines) {
            here = new ArrayList<>(lines.values());
        }
        List<DirectLine> admitted = here.stream().filter(DirectLine::takesPart).toList();
        Stream.concat(
                        here.stream().filter(DirectLine::mustNotSend),
                        admitted.stream().skip(MOST_PAGES))
                .forEach(line -> {
                    leave(line);
                    line.refuse();
                });
        List<DirectLine> together = admitted.stream().limit(MOST_PAGES).toList();
        for (DirectLine line : here) {
            line.meets(
                    together.contains(line)
                            ? together.stream()
                                    .filter(other -> other != line)
                                    .map(DirectLine::peer)
                                    .toList()
                            : List.of());
        }
    }

    private @Nullable DirectLine present(LineKey key) {
        synchronized (lines) {
            return lines.get(key);
        }
    }
}
