package se.vardmote.stories;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * From the press on the shutter to the picture drawn on the professional's screen: four megabytes, twelve million pixels.
 * The one who takes it confirms as soon as it has been drawn for them, so no time for looking is in it.
 */
final class PictureBench {
    private static final int CALLS = Integer.getInteger("vardmote.bench.picture-calls", 10);
    /** As many as the product takes in a minute. */
    private static final int PICTURES = 6;

    /** Presses the shutter, and "Skicka bilden" when the picture can be seen; answers when each was pressed. */
    private static final String SHOOT = """
            async () => {
              const panel = document.querySelector('[data-panel=picture]');
              const there = (selector) => new Promise((resolve) => {
                const look = () => {
                  const found = panel.querySelector(selector);
                  if (found) resolve(found);
                  else requestAnimationFrame(look);
                };
                look();
              });
              const shutter = await there('[data-action=shoot]');
              const at = performance.timeOrigin + performance.now();
              shutter.click();
              const picture = await there('img.picture-taken');
              await picture.decode();
              (await there('[data-action=send-picture]')).click();
              return [at, performance.timeOrigin + performance.now()];
            }""";

    /** When a picture that was not there before is drawn. */
    private static final String WATCH = """
            () => {
              globalThis.pictureAt = 0;
              const seen = new WeakSet();
              new MutationObserver(() => {
                for (const picture of document.querySelectorAll('[data-picture] > .zoom img')) {
                  if (seen.has(picture)) continue;
                  seen.add(picture);
                  void picture.decode().then(() => requestAnimationFrame(() => {
                    globalThis.pictureAt = performance.timeOrigin + performance.now();
                  }));
                }
              }).observe(document.body, { subtree: true, childList: true });
            }""";

    /** The first part of it, milliseconds: the device's own. */
    private static final List<Double> SEEN_BY_TAKER = new ArrayList<>();

    private PictureBench() {}

    static List<Figure> measure() throws IOException {
        var took = new ArrayList<Double>();
        try (var installation = Installation.start();
                var browsers = new Browsers()) {
            call(installation, browsers);
            for (int call = 0; call < CALLS; call++) took.addAll(call(installation, browsers));
        }
        System.err.printf("Of the median the taker's device has had %.0f ms%n", Bench.median(SEEN_BY_TAKER));
        return List.of(
                new Figure("picture-to-screen-p50", Bench.median(took), "ms", 1_000),
                new Figure("picture-to-screen-p95", Bench.percentile(took, 95), "ms", 1_000));
    }

    private static List<Double> call(Installation installation, Browsers browsers) {
        var took = new ArrayList<Double>();
        try (var people = new People(installation, browsers)) {
            var call = OngoingCall.begin(people, CallPictures::giveGoodCamera);
            var device = call.careWorker().person();
            var nurse = call.nurse().person();
            double size = device.number("vardmoteCamera.ready()");
            if (size < 3_500_000) throw new IllegalStateException("The picture weighs only " + size + " bytes");
            nurse.page().evaluate(WATCH);
            for (int picture = 0; picture < PICTURES; picture++) took.add(picture(device, nurse));
            call.nurse().room().endsForAll();
            call.careWorker().room().isOver();
        }
        return took;
    }

    private static double picture(Person device, Person nurse) {
        new CallPictures(device).offers();
        var presses = (List<?>) device.page().evaluate(SHOOT);
        double pressed = ((Number) presses.getFirst()).doubleValue();
        nurse.awaitTrue("globalThis.pictureAt > " + pressed);
        double drawn = nurse.number("globalThis.pictureAt");
        SEEN_BY_TAKER.add(((Number) presses.getLast()).doubleValue() - pressed);
        var decided = new CallPictures(nurse);
        decided.press("discard-picture");
        decided.press("discard-now");
        decided.panel().locator("[data-picture]").waitFor(Waits.gone());
        device.page()
                .locator("[data-panel=picture] h2")
                .getByText("Bilden är skickad")
                .waitFor();
        return drawn - pressed;
    }
}
