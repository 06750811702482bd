package se.vardmote.stories;

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

    /** Waits until pictures and sound arrive, that is, until more of both has come than there was. */
    void awaitMovement() {
        double frames = framesDecoded();
        double bytes = soundBytes();
        person.page().waitForCondition(() -> framesDecoded() >= frames + FRAMES);
        person.page().waitForCondition(() -> soundBytes() >= bytes + SOUND_BYTES);
    }
}
