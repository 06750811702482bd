package se.vardmote.platform;

/** News of one node. Each listener has been told, on a thread of its own as in the product, when telling returns. */
public final class TestNews {
    private TestNews() {}

    public static News silent() {
        return new News(TestNews::runElsewhere, item -> {});
    }

    private static void runElsewhere(Runnable listener) {
        try {
            Thread.ofVirtual().start(listener).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
