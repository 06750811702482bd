package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An operator moves the house to another machine: backup while it runs, key files, restore, upgrade. */
class MovingToAnotherMachineTests {

    @TempDir
    private Path folder;

    @Tag("thorough")
    @Test
    void what_was_there_is_there_again_and_nothing_is_written_over() throws IOException {
        try (var installation = Installation.start()) {
            Path old = installation.data();
            Path copy = folder.resolve("copy");
            assertEnds(0, "Säkerhetskopian ligger i " + copy, "backup", copy.toString(), "--data", old.toString());
            assertEnds(1, "Mappen är inte tom", "backup", copy.toString(), "--data", old.toString());
            assertEnds(1, "Stoppa provmiljön först", "upgrade", folder + "/other", "--data", old.toString());
            assertEnds(1, "är inte tom", "restore", copy.toString(), "--data", old.toString());

            Path elsewhere = elsewhere();
            try {
                FileSystemUtils.copyRecursively(old.resolve("secrets"), elsewhere.resolve("secrets"));
                assertEnds(0, "Säkerhetskopian är inläst", "restore", copy.toString(), "--data", elsewhere.toString());
                assertEnds(0, "3. Prövat", "upgrade", folder + "/third", "--data", elsewhere.toString());
                assertThat(rowsIn(folder.resolve("third"), "organisation.staff"))
                        .isEqualTo(rowsIn(copy, "organisation.staff"))
                        .isPositive();
            } finally {
                FileSystemUtils.deleteRecursively(elsewhere);
            }
        }
    }

    @Test
    void without_a_folder_or_an_installation_it_says_what_to_write() {
        assertEnds(1, "Ange en mapp", "backup");
        assertEnds(1, "Här finns ingen provmiljö", "backup", folder + "/copy", "--data", folder + "/nothing");
        assertEnds(1, "ingen hel säkerhetskopia", "restore", folder + "/nothing", "--data", folder + "/new");
    }

    private void assertEnds(int code, String saying, String... words) {
        var said = FrontDoor.say(folder, Map.of(), words);
        assertThat(said.text()).contains(saying);
        assertThat(said.code()).isEqualTo(code);
    }

    /** PostgreSQL may run as another user and must be able to pass through. */
    private static Path elsewhere() throws IOException {
        return Files.createTempDirectory(
                "vardmote-elsewhere",
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private static long rowsIn(Path backup, String table) throws IOException {
        return Files.readAllLines(backup.resolve("vardmote/contents.properties")).stream()
                .filter(line -> line.startsWith("rows." + table + "="))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1)))
                .findFirst()
                .orElse(0);
    }
}
