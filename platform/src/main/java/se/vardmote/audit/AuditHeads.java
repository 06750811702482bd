package se.vardmote.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of heads outside the database, one JSON object a line, only ever appended to. It vouches for the chain as far
 * as whoever can rewrite the database cannot rewrite it: copy it elsewhere.
 */
public final class AuditHeads {
    private static final Pattern LINE =
            Pattern.compile("\\{\"number\":(\\d+),\"hash\":\"([0-9a-f]{64})\",\"sealedAt\":\"([^\"]+)\"}");

    private final Path file;
    private @Nullable AuditHead written;

    public AuditHeads(Path file) {
        this.file = file;
    }

    /** Adds a line and waits until it is on disk; a head already written is not written again. */
    public synchronized void append(AuditHead head) {
        if (written == null) {
            written = last().orElse(null);
        }
        if (written != null && written.number() >= head.number()) {
            return;
        }
        // The newline comes first, so that half a line before it spoils only itself.
        String line = "\n{\"number\":%d,\"hash\":\"%s\",\"sealedAt\":\"%s\"}\n"
                .formatted(head.number(), head.hash(), head.sealedAt());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(StandardCharsets.UTF_8.encode(line));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit heads cannot be written: " + file, e);
        }
        written = head;
    }

    /**
     * All heads, oldest first; none when there is no file. Half a line (power lost while writing) is skipped: whoever
     * could break a line could as well remove it, so that nothing is vouched for less.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public List<AuditHead> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.flatMap(line -> read(line).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The audit heads cannot be read: " + file, e);
        }
    }

    Optional<AuditHead> last() {
        List<AuditHead> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static Optional<AuditHead> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new AuditHead(Long.parseLong(parts.group(1)), parts.group(2), Instant.parse(parts.group(3))));
    }
}
