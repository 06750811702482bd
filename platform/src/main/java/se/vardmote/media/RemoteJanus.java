package se.vardmote.media;

/** A Janus that somebody else starts and watches. */
record RemoteJanus(JanusAddress address) implements JanusServer {
    @Override
    public Availability availability() {
        return Availability.AVAILABLE;
    }

    @Override
    public void hung() {}

    @Override
    public void close() {}
}
