package se.vardmote.platform;

/** News of one node, told on the thread that tells it. */
public final class TestNews {
    private TestNews() {}

    public static News silent() {
        return new News(Runnable::run, item -> {});
    }
}
