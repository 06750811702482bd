package se.vardmote.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;

/** Notices over a real database, carried by hand: a telephone and a mailbox that a test reads. */
public final class TestOutbox {
    public final Notifications notifications;
    private final Outbox outbox;
    private final List<Carried> carried = new ArrayList<>();

    public TestOutbox(TestDatabase db, Clock clock) {
        try {
            var sealed = new Sealed(new SecretFiles(Files.createTempDirectory(Path.of("target"), "secrets-")));
            List<Carrier> carriers = List.of(new ByHand(Channel.SMS), new ByHand(Channel.MAIL));
            outbox = new Outbox(db.app(), sealed, carriers, clock);
            notifications = new Notifications(db.app(), sealed, carriers, event -> {}, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Carried(String to, String subject, String text) {}

    /** All that has left, after what was due has left too; oldest first. */
    public List<Carried> carried() {
        outbox.empty();
        return List.copyOf(carried);
    }

    private final class ByHand implements Carrier {
        private final Channel channel;

        private ByHand(Channel channel) {
            this.channel = channel;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public Receipt carry(String reference, Recipient to, String subject, String text) {
            carried.add(new Carried(to.address(), subject, text));
            return Receipt.TAKEN;
        }
    }
}
