package se.vardmote.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What fuzzing is fed with first, and what it has found once: a file an input, in {@code fuzz/<class>}. Every ordinary run
 * tries them all; {@code ./vardmote bench fuzz} goes on from them for as long as it is given.
 */
public final class FuzzCorpus {
    private static final Path FOLDER = Path.of("src", "test", "resources", "fuzz");

    private FuzzCorpus() {}

    public static Stream<DynamicTest> of(Class<?> target, Consumer<byte[]> fuzzed) {
        return files(target).stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> fuzzed.accept(Files.readAllBytes(file))));
    }

    private static List<Path> files(Class<?> target) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(target.getSimpleName()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("no corpus for " + target.getSimpleName(), e);
        }
    }
}
