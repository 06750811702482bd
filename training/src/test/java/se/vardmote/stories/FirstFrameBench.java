package se.vardmote.stories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** From "Släpp in" to the first decoded remote frame, later of both sides, beside a bare page on the same Janus. */
final class FirstFrameBench {
    private static final int PAIRS = Integer.getInteger("vardmote.bench.pairs", 30);

    /** What the product asks of a camera ({@code device-state.ts}); the same is asked for the bare page. */
    private static final String CAMERA = """
            {"width": {"ideal": 1280}, "height": {"ideal": 720}, "frameRate": {"ideal": 30, "max": 30}, "facingMode": "user"}""";

    private FirstFrameBench() {}

    static List<Figure> measure() throws IOException {
        var product = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var pages = new BarePages(installation.data(), browsers.chromium())) {
            for (int pair = 0; pair < PAIRS; pair++) {
                product.add(callThroughProduct(installation, browsers));
                bare.add(pages.call(CAMERA));
            }
        }
        double ours = Bench.median(product);
        double theirs = Bench.median(bare);
        return List.of(
                new Figure("first-frame-product-median", ours, "ms", theirs * 1.3),
                new Figure("first-frame-bare-median", theirs, "ms", theirs),
                new Figure("first-frame-ratio", ours / theirs, "×", 1.3));
    }

    private static double callThroughProduct(Installation installation, Browsers browsers) {
        try (var people = new People(installation, browsers, FirstFrameBench::startStopwatch)) {
            var nurse = people.nurse();
            nurse.goesOnDuty();
            var careWorker = people.careWorker();
            careWorker.startsAssessmentCall();
            careWorker.fillsInTheKnock("Noor Sandgren");
            careWorker.knocks();
            careWorker.room().awaitsOwnPicture();
            nurse.saysThePatientIsInformed(CareWorker.PATIENT);
            nurse.pressesAdmit(CareWorker.PATIENT);
            double pressed = nurse.person().number("vardmoteStopwatch.pressedAt");
            double later = Math.max(firstFrameAt(careWorker.person()), firstFrameAt(nurse.person()));
            nurse.room().endsForAll();
            careWorker.room().isOver();
            return later - pressed;
        }
    }

    static void startStopwatch(Person person) {
        try (InputStream script = FirstFrameBench.class.getResourceAsStream("/stories/stopwatch.js")) {
            person.context().addInitScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds since 1970, on the clock that all pages of a machine share. */
    static double firstFrameAt(Person person) {
        person.awaitTrue("vardmoteStopwatch.firstFrameAt > 0");
        return person.number("vardmoteStopwatch.firstFrameAt");
    }
}
