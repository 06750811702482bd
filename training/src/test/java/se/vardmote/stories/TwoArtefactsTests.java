package se.vardmote.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is installed in production, and what only exists to try things out. */
class TwoArtefactsTests {

    /** R4-284: the cast, its identity provider and its cards cannot reach production, because they are not in the jar. */
    @Test
    void the_product_holds_no_class_of_the_training_environment() throws IOException {
        assertThat(entriesOf("platform/target/vardmote.jar"))
                .isNotEmpty()
                .noneMatch(name -> name.contains("se/vardmote/training") || name.contains("vardmote-training"));
    }

    /** What could vouch for an address belongs to the training environment too. */
    @Test
    void the_product_can_make_no_certificate() throws IOException {
        assertThat(entriesOf("platform/target/vardmote.jar")).noneMatch(name -> name.contains("bcpkix"));
        assertThat(entriesOf("training/target/vardmote-training.jar")).anyMatch(name -> name.contains("bcpkix"));
    }

    private static List<String> entriesOf(String jar) throws IOException {
        try (var file = new ZipFile(Installation.root().resolve(jar).toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
