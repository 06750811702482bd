package se.vardmote.meetings.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.platform.TestDatabase;

/**
 * A disk of one megabyte under the pictures' table. Who may not mount one gets a database that says the same: the error
 * is PostgreSQL's own in both.
 */
final class FullDisk implements AutoCloseable {
    private final TestDatabase database;
    private final @Nullable Path disk;

    private FullDisk(TestDatabase database, @Nullable Path disk) {
        this.database = database;
        this.disk = disk;
    }

    static FullDisk ofPictures(TestDatabase database) {
        var full = new FullDisk(database, mounted());
        if (full.disk == null) full.pretend();
        else full.move();
        return full;
    }

    private void move() {
        database.superuser()
                .sql("create tablespace tiny location '" + disk + "'")
                .update();
        database.superuser()
                .sql("grant create on tablespace tiny to "
                        + database.databases().owner().user())
                .update();
        database.owner().sql("alter table meetings.picture set tablespace tiny").update();
    }

    private void pretend() {
        database.owner().sql("""
                create function meetings.disk_is_full() returns trigger language plpgsql as $$
                begin raise exception using errcode = '53100'; end $$""").update();
        database.owner()
                .sql("create trigger full before insert on meetings.picture execute function meetings.disk_is_full()")
                .update();
    }

    @Override
    public void close() {
        if (disk == null) {
            database.owner().sql("drop function meetings.disk_is_full cascade").update();
            return;
        }
        database.owner()
                .sql("alter table meetings.picture set tablespace pg_default")
                .update();
        database.superuser().sql("drop tablespace tiny").update();
        ran("umount", "--lazy", disk.toString());
        ran("rmdir", disk.toString());
    }

    private static @Nullable Path mounted() {
        try {
            Path place = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "disk-");
            if (ran("mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", place.toString())) return place;
            Files.delete(place);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ran(String... words) {
        try {
            return new ProcessBuilder(List.of(words))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return disk == null ? "a trigger in place of a full disk" : "a disk of one megabyte at " + disk;
    }
}
