package se.vardmote.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** A Janus that somebody else runs, with the very settings that UPDATING.md asks for. */
final class OutsideJanus implements AutoCloseable {
    static final String API_SECRET = "r7Kd2Wn9Fx4Jb6Qs8Hv3Yc5T";
    static final String ADMIN_KEY = "z4Mg8Pw2Ct7Ls9Xk3Vn6Rf5D";
    private final Path folder;
    private final int port;
    private final Process process;

    private OutsideJanus(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static OutsideJanus start() {
        try {
            var folder = Files.createTempDirectory("vardmote-outside-janus");
            int port = Ports.free();
            for (String file :
                    new String[] {"janus.jcfg", "janus.transport.websockets.jcfg", "janus.plugin.videoroom.jcfg"}) {
                Files.writeString(folder.resolve(file), asDocumented(file, port));
            }
            var process = new ProcessBuilder("janus", "-C", folder + "/janus.jcfg", "-F", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("janus.log").toFile())
                    .start();
            var janus = new OutsideJanus(folder, port, process);
            janus.awaitListening();
            return janus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "ws://127.0.0.1:" + port;
    }

    /** The block of UPDATING.md that begins with the file's name, filled in. */
    private static String asDocumented(String file, int port) throws IOException {
        String text = Files.readString(Installation.root().resolve("UPDATING.md"));
        var block = Pattern.compile("```\n# " + Pattern.quote(file) + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) throw new IllegalStateException("UPDATING.md says nothing about " + file);
        return block.group(1)
                .replace("API-SECRET", API_SECRET)
                .replace("ADMIN-KEY", ADMIN_KEY)
                .replace("10.0.0.7", "127.0.0.1")
                .replace("8188", Integer.toString(port));
    }

    private void awaitListening() throws IOException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!listens()) {
            try {
                if (process.waitFor(25, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp)
                    throw new IOException("Janus: " + Files.readString(folder.resolve("janus.log")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
