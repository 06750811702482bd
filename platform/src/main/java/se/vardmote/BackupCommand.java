package se.vardmote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import se.vardmote.platform.Backup;
import se.vardmote.platform.DataDirectory;
import se.vardmote.platform.Databases;
import se.vardmote.platform.EmbeddedPostgres;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.Migrations;
import se.vardmote.platform.Restore;

/**
 * {@code backup DIR}, {@code restore DIR}, {@code upgrade DIR}: of production with {@code --config}, through the owner
 * roles, else of the training environment in {@code --data}.
 */
final class BackupCommand {
    private final Path folder;
    private final Options options;

    private BackupCommand(List<String> words) {
        if (words.isEmpty() || words.getFirst().startsWith("--"))
            throw new Options.Wrong("Ange en mapp: ./vardmote backup MAPP. Skriv ./vardmote help.");
        this.folder = Path.of(words.getFirst()).toAbsolutePath().normalize();
        this.options = Options.parse(words.subList(1, words.size()));
    }

    /** Also while the product runs. */
    static void backup(List<String> words) {
        var command = new BackupCommand(words);
        command.onDatabases(false, (databases, environment) -> command.write(databases));
        System.out.println("Säkerhetskopian ligger i " + command.folder + ".");
        System.out.println("Kopian av keys (mappen keys) får finnas i högst sju dagar: radera den sedan.");
        System.out.println("Nyckelfilerna i datamappens secrets följer inte med. Spara dem på en annan plats.");
    }

    /** Into empty databases, or a data folder that is not there yet. */
    static void restore(List<String> words) {
        var command = new BackupCommand(words);
        command.onDatabases(true, (databases, environment) -> {
            var restored = Restore.read(databases, command.folder, environment);
            if (!restored.main()) System.out.println("Kopian innehåller inte vardmote: bara nycklarna är inlästa.");
            if (!restored.keys())
                System.out.println(
                        "Kopian innehåller inte keys: bara det som databasens egna nycklar öppnar kan läsas.");
            command.nameMissingKeyFiles(databases);
        });
        System.out.println(
                "Säkerhetskopian är inläst. Är den från en äldre version: kör ./vardmote upgrade före start.");
    }

    /** Backup, migration, check. The nodes have to be stopped. */
    static void upgrade(List<String> words) {
        var command = new BackupCommand(words);
        command.requireStopped();
        command.onDatabases(false, (databases, environment) -> {
            command.write(databases);
            System.out.println("1. Säkerhetskopian ligger i " + command.folder + ".");
            Installation.prepare(databases, environment);
            System.out.println("2. Databaserna är på den här versionen.");
            List<String> wrong = wrong(databases, environment);
            if (!wrong.isEmpty()) throw new Options.Wrong("3. Det här stämmer inte:\n- " + String.join("\n- ", wrong));
            System.out.println("3. Prövat: schema, roller och miljö stämmer. Nu går det att starta.");
        });
    }

    private static List<String> wrong(Databases databases, Environment environment) {
        if (environment == Environment.TRAINING)
            return Migrations.upToDate(databases.app()) ? List.of() : List.of("schemat är inte den här versionens");
        List<String> wrong = new ArrayList<>(DatabaseChecks.ofMain("vardmote.database", databases.app()));
        wrong.addAll(DatabaseChecks.ofKeys("vardmote.keys-database", databases.keysApp()));
        return wrong;
    }

    private void write(Databases databases) throws IOException, SQLException {
        Backup.write(databases, folder, Clock.systemUTC());
    }

    /** A key that is missing would be made anew at the start, and refused because it is not the one that wrapped. */
    private void nameMissingKeyFiles(Databases databases) throws SQLException {
        Path secrets = secrets();
        try (var connection = databases.keysOwner().open();
                var providers =
                        connection.createStatement().executeQuery("select care_provider_id from key_encryption_key")) {
            while (providers.next()) {
                Path file = secrets.resolve("key-encryption-" + providers.getString(1));
                if (!Files.exists(file))
                    System.out.println("Nyckelfilen saknas, lägg tillbaka den före start: " + file);
            }
        }
    }

    private Path secrets() {
        String data = ServeSettings.read(ServeCommand.environment(options)).data();
        boolean production = options.text("config").isPresent() && data != null;
        return (production ? Path.of(data) : data()).resolve("secrets");
    }

    private interface Work {
        void on(Databases databases, Environment environment) throws IOException, SQLException;
    }

    private void onDatabases(boolean mayBeNew, Work work) {
        try {
            if (options.text("config").isPresent()) {
                work.on(production(), Environment.PRODUCTION);
            } else {
                training(mayBeNew, work);
            }
        } catch (Backup.NotPossible | Installation.WrongEnvironment e) {
            throw new Options.Wrong(e.getMessage());
        } catch (IOException | SQLException | DataAccessException e) {
            throw new Options.Wrong("Det gick inte: " + e.getMessage());
        }
    }

    private Databases production() {
        ServeSettings settings = ServeSettings.read(ServeCommand.environment(options));
        List<String> missing = settings.missingForMigration();
        if (!missing.isEmpty())
            throw new Options.Wrong("Det behövs url, user och password för " + String.join(", ", missing) + ".");
        return settings.databases();
    }

    private void training(boolean mayBeNew, Work work) {
        if (!mayBeNew && !Files.isDirectory(data().resolve("postgres")))
            throw new Options.Wrong("Här finns ingen provmiljö. Ange dess mapp med --data, eller driftens --config.");
        TrainingServer.with(new DataDirectory(data()), databases -> {
            work.on(databases, Environment.TRAINING);
            return true;
        });
    }

    private void requireStopped() {
        Path postgres = data().resolve("postgres");
        if (options.text("config").isEmpty() && EmbeddedPostgres.isRunning(postgres))
            throw new Options.Wrong("Stoppa provmiljön först (Ctrl-C).");
    }

    private Path data() {
        return Path.of(options.text("data").orElse("var"));
    }
}
