package se.vardmote.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands given as an operator gives them: {@code ./vardmote WORD…}. */
final class FrontDoor {
    private FrontDoor() {}

    /** What a command that ended has said, both outputs together. */
    record Said(int code, String text) {}

    static List<String> command(String... words) {
        var command = new ArrayList<>(
                List.of("bash", Installation.root().resolve("vardmote").toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** Runs a command to its end, standing in another folder than the house's. */
    static Said say(Path standingIn, Map<String, String> environment, String... words) {
        return run(standingIn, environment, command(words));
    }

    /** Any command, to its end. */
    static Said run(Path standingIn, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("vardmote-said", ".txt");
            var builder = new ProcessBuilder(command)
                    .directory(standingIn.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("No end in 120 s: " + Files.readString(output));
            }
            var said = new Said(process.exitValue(), Files.readString(output));
            Files.delete(output);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
