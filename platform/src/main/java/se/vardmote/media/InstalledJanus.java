package se.vardmote.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Janus as the distribution installed it.
 *
 * @param program the executable
 * @param modules holds the folders {@code plugins}, {@code transports}, {@code loggers}, {@code events}
 */
record InstalledJanus(Path program, Path modules) {
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/janus"), Path.of("/usr/local/bin/janus"), Path.of("/opt/janus/bin/janus"));
    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/janus"),
            Path.of("/usr/lib/aarch64-linux-gnu/janus"),
            Path.of("/usr/lib/janus"),
            Path.of("/usr/lib64/janus"),
            Path.of("/usr/local/lib/janus"),
            Path.of("/opt/janus/lib/janus"));

    static Optional<InstalledJanus> find() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst().flatMap(InstalledJanus::withModules);
    }

    private static Optional<InstalledJanus> withModules(Path program) {
        return MODULES.stream()
                .filter(modules -> Files.exists(modules.resolve("plugins/libjanus_videoroom.so")))
                .findFirst()
                .map(modules -> new InstalledJanus(program, modules));
    }

    /** Every loadable module in the folder but one, as Janus wants them in {@code disable}. */
    static String othersIn(Path folder, String kept) {
        if (!Files.isDirectory(folder)) return "";
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".so") && !name.equals(kept))
                    .sorted()
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
