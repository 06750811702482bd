package se.vardmote.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one installation keeps what it keeps on disk.
 *
 * @param root the folder given by {@code --data}; made when missing
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path postgres() {
        return made("postgres");
    }

    public Path janus() {
        return made("janus");
    }

    public Path log() {
        return made("log");
    }

    /** Facts about the running process for the training environment and the front door: addresses, ports. */
    public Path run() {
        return made("run");
    }

    public SecretFiles secrets() {
        return new SecretFiles(root.resolve("secrets"));
    }

    /** Made by the training environment when the local network is asked for; certificate and key in one PEM file. */
    public Path lanCertificate() {
        return root.resolve("secrets").resolve("lan").resolve("server.pem");
    }

    /** Made by the training environment: cards of the cast, and what the card port shows and trusts. */
    public Path cards() {
        return root.resolve("secrets").resolve("card");
    }

    /** One line a day with the head of the audit chain, outside the database that it vouches for. */
    public Path auditHeads() {
        return root.resolve("audit-heads.jsonl");
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be made: " + root.resolve(name), e);
        }
    }
}
