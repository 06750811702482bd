package se.vardmote.media;

/** A Janus that can be reached: one that we start ourselves, or one that somebody else runs. */
interface JanusServer extends AutoCloseable {
    /** Why there is none to reach, or {@link Availability#AVAILABLE}. */
    Availability availability();

    /** Where it is now; a restart may move it. */
    JanusAddress address();

    /** It keeps its connection open but does not answer. */
    void hung();

    @Override
    void close();
}
