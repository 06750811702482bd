package se.vardmote.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets kept as files that only the running user may read, one secret a file, as base64url text. A missing secret is
 * made on first use: in production the folder is a mounted secret and the files are there already.
 */
public final class SecretFiles {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path folder;

    public SecretFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The secret called {@code name}, made with {@code bytes} random bytes if there is none.
     *
     * @throws UncheckedIOException when it can neither be read nor written
     */
    public byte[] secret(String name, int bytes) {
        return Base64.getUrlDecoder().decode(text(name, bytes));
    }

    /** The same secret as its base64url text: what other programs are given as a password. */
    public String text(String name, int bytes) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) make(file, bytes);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret file cannot be used: " + file, e);
        }
    }

    private void make(Path file, int bytes) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        Path half = Files.createTempFile(folder, file.getFileName().toString(), ".new", onlyOwner);
        try (var out = FileChannel.open(half, StandardOpenOption.WRITE)) {
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            // A secret that has wrapped data must outlive a power cut.
            out.force(true);
        }
        try {
            // Linking, unlike moving, never replaces: of two who make the same secret at once, one wins for both.
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // Theirs counts.
        } finally {
            Files.delete(half);
        }
    }
}
