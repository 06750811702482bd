package se.vardmote.stories;

import java.util.function.DoubleSupplier;

/** What a page receives of the others, by the browser's own count. Frames decoded are honest: sound may be made up. */
final class Picture {
    private static final int FRAMES = 5;
    private static final int SOUND_BYTES = 500;
    private final Person person;

    private Picture(Person person) {
        this.person = person;
    }

    static Picture at(Person person) {
        return new Picture(person);
    }

    double framesDecoded() {
        return person.number("vardmoteWitness.sum('video', 'framesDecoded')");
    }

    double soundBytes() {
        return person.number("vardmoteWitness.sum('audio', 'bytesReceived')");
    }

    /** Waits until pictures and sound arrive, that is, until more of both has come since now. */
    void awaitMovement() {
        awaitGain(this::framesDecoded, FRAMES);
        awaitGain(this::soundBytes, SOUND_BYTES);
    }

    /** Counts what is added only: a new connection begins its own count at nothing. */
    private void awaitGain(DoubleSupplier count, double wanted) {
        double[] seen = {count.getAsDouble(), 0};
        person.page().waitForCondition(() -> {
            double now = count.getAsDouble();
            seen[1] += Math.max(0, now - seen[0]);
            seen[0] = now;
            return seen[1] >= wanted;
        });
    }
}
