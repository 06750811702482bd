package se.vardmote.media;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts a Janus and then only waits to be killed. */
final class CrashingLauncher {
    private CrashingLauncher() {}

    public static void main(String[] arguments) throws InterruptedException {
        var janus = new EmbeddedJanus(Path.of(arguments[0]), InstalledJanus.find(), MediaAddress::find);
        RealJanus.until("Janus runs", () -> janus.process().isPresent());
        System.out.println(janus.process().orElseThrow().pid());
        new CountDownLatch(1).await();
    }
}
