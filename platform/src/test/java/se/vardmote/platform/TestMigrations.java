package se.vardmote.platform;

import java.util.Map;

/** Databases as an earlier version of the product left them. */
public final class TestMigrations {
    private TestMigrations() {}

    /** @param versions schema → the last migration that it had run */
    public static void until(TestDatabase db, Map<String, String> versions) {
        var migrations = new Migrations(db.databases());
        migrations.runUntil(false, versions);
        migrations.runUntil(true, Map.of("public", "1"));
        db.owner()
                .sql("insert into platform.schema_version (fingerprint, migrated_at) values ('earlier', now())")
                .update();
    }
}
