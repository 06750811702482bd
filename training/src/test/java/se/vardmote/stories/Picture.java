package se.vardmote.stories;

import com.microsoft.playwright.Page;

/** What a page receives of the others, by the browser's own count. Frames decoded are honest: sound may be made up. */
final class Picture {
    private final Page page;

    private Picture(Page page) {
        this.page = page;
    }

    static Picture at(Person person) {
        return new Picture(person.page());
    }

    long framesDecoded() {
        return sum("video", "framesDecoded");
    }

    long soundBytes() {
        return sum("audio", "bytesReceived");
    }

    /** Waits until pictures and sound arrive, that is, until more of both has come than there was. */
    void awaitMovement() {
        await("video", "framesDecoded", framesDecoded() + 5);
        await("audio", "bytesReceived", soundBytes() + 500);
    }

    private long sum(String kind, String figure) {
        var words = new Object[] {kind, figure};
        return ((Number) page.evaluate("([kind, figure]) => vardmoteWitness.sum(kind, figure)", words)).longValue();
    }

    private void await(String kind, String figure, long least) {
        page.waitForFunction(
                "async ([kind, figure, least]) => (await vardmoteWitness.sum(kind, figure)) >= least",
                new Object[] {kind, figure, (double) least});
    }
}
