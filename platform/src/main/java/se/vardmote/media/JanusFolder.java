package se.vardmote.media;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What a Janus of ours keeps on disk: its configuration, its secrets, its process id, its log. Readable by the owner only. */
final class JanusFolder {
    private static final int SECRET_BYTES = 24;
    private static final long FULL_LOG = 10 << 20;
    private static final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final Path keys;
    private final Path pid;

    JanusFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.keys = this.folder.resolve("keys.properties");
        this.pid = this.folder.resolve("janus.pid");
        if (this.folder.toString().matches(".*[\"\\\\].*"))
            throw new IllegalArgumentException("Janus cannot read a folder with quotes in its name: " + folder);
        try {
            Files.createDirectories(this.folder);
            Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    /** Where the Janus of this folder listens and its secrets; made the first time, then the same for ever. */
    JanusAddress address() {
        Properties known = known();
        if (known.isEmpty()) return moved();
        URI socket = URI.create("ws://127.0.0.1:" + known.getProperty("port"));
        return new JanusAddress(
                socket, known.getProperty("api"), known.getProperty("admin"), known.getProperty("room"));
    }

    /** The same secrets on another port that is free now. */
    JanusAddress moved() {
        Properties known = known();
        known.setProperty("port", Integer.toString(freePort()));
        for (String name : new String[] {"api", "admin", "room"}) known.putIfAbsent(name, secret());
        var text = new StringBuilder();
        known.stringPropertyNames().stream().sorted().forEach(name -> text.append(name)
                .append('=')
                .append(known.getProperty(name))
                .append('\n'));
        write(keys, text.toString());
        return address();
    }

    boolean holds(Map<String, String> files) {
        return files.entrySet().stream()
                .allMatch(file -> read(folder.resolve(file.getKey())).equals(Optional.of(file.getValue())));
    }

    void write(Map<String, String> files) {
        files.forEach((name, text) -> write(folder.resolve(name), text));
    }

    /** The process that was started last from this folder, if it still runs and really is Janus with this folder. */
    Optional<ProcessHandle> running() {
        return read(pid)
                .map(String::strip)
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of)
                .filter(this::isOurs);
    }

    void started(long process) {
        write(pid, Long.toString(process));
    }

    /** The log to append to; a full one is put aside. */
    Path log() {
        Path log = folder.resolve("janus.log");
        try {
            if (Files.exists(log) && Files.size(log) > FULL_LOG)
                Files.move(log, folder.resolve("janus.log.1"), StandardCopyOption.REPLACE_EXISTING);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        boolean janus = process.info().command().map(Path::of).stream()
                .anyMatch(program -> program.getFileName().toString().startsWith("janus"));
        return janus
                && process.info().arguments().stream()
                        .anyMatch(arguments -> List.of(arguments).contains(folder.toString()));
    }

    private Properties known() {
        var properties = new Properties();
        read(keys).ifPresent(text -> {
            try {
                properties.load(new StringReader(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return properties;
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a crash leaves the old file. */
    private static void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
