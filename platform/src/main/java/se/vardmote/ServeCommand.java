package se.vardmote;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.vardmote.audit.AuditHeads;
import se.vardmote.audit.AuditVerdict;
import se.vardmote.audit.AuditVerifier;
import se.vardmote.platform.DataDirectory;
import se.vardmote.platform.DatabaseLogin;
import se.vardmote.platform.Databases;
import se.vardmote.platform.EmbeddedPostgres;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.Migrations;
import se.vardmote.platform.SecretFiles;

/** The commands of production: {@code serve}, {@code migrate} and, for both kinds, {@code audit-verify}. */
final class ServeCommand {
    private ServeCommand() {}

    /** Starts a node; it drains at SIGTERM: takes nobody new, lets requests finish, then lets the sockets go. */
    static void start(Options options) {
        ConfigurableEnvironment environment = environment(options);
        ServeSettings settings = ServeSettings.read(environment);
        if (options.text("lan").isPresent())
            throw new Options.Wrong("--lan finns bara i provmiljön: ./vardmote run --lan.");
        List<String> wrong = ServeChecks.of(settings);
        if (!wrong.isEmpty()) throw new Options.Wrong("Vårdmöte startar inte:\n- " + String.join("\n- ", wrong));
        var data = new DataDirectory(Path.of(String.valueOf(settings.data())));
        new SpringApplicationBuilder(Vardmote.class)
                .environment(environment)
                .properties(
                        "server.forward-headers-strategy=" + (settings.trustedProxies() == null ? "none" : "native"),
                        "server.tomcat.remoteip.internal-proxies=" + String.valueOf(settings.trustedProxies()))
                .initializers(context -> {
                    var generic = (GenericApplicationContext) context;
                    generic.registerBean(Databases.class, settings::databases);
                    generic.registerBean(DataDirectory.class, () -> data);
                    generic.registerBean(SecretFiles.class, data::secrets);
                    generic.registerBean(Environment.class, () -> Environment.PRODUCTION);
                })
                .run();
    }

    /** Brings the databases to this version through the owner roles, and marks a new one as production. */
    static void migrate(Options options) {
        ServeSettings settings = ServeSettings.read(environment(options));
        if (settings.database() == null
                || settings.keysDatabase() == null
                || settings.owner() == null
                || settings.keysOwner() == null) {
            throw new Options.Wrong(
                    "migrate behöver vardmote.database, vardmote.keys-database, vardmote.owner och vardmote.keys-owner.");
        }
        Databases databases = settings.databases();
        try {
            new Migrations(databases).run();
            Installation.claim(databases.owner(), Environment.PRODUCTION);
            System.out.println("Databaserna är på den här versionen.");
        } catch (SQLException | RuntimeException e) {
            throw new Options.Wrong("Databaserna kunde inte migreras: " + e.getMessage());
        }
    }

    /** Checks the chain of the audit log: in the training environment by {@code --data}, else as configured. */
    static void verifyAudit(Options options) {
        AuditVerdict verdict = options.text("config").isPresent() ? verifyConfigured(options) : verifyTraining(options);
        System.out.println(verdict.blocks() + " block, " + verdict.events() + " händelser, " + verdict.unsealed()
                + " ännu inte förseglade, " + verdict.heads() + " sparade huvuden.");
        verdict.findings().forEach(System.out::println);
        if (!verdict.sound()) throw new Options.Wrong("Granskningsloggen stämmer inte.");
        System.out.println("Granskningsloggen är hel.");
    }

    private static AuditVerdict verifyConfigured(Options options) {
        ServeSettings settings = ServeSettings.read(environment(options));
        if (settings.data() == null || settings.database() == null) {
            throw new Options.Wrong("audit-verify behöver vardmote.database och vardmote.data.");
        }
        return verify(settings.database().login(), new DataDirectory(Path.of(settings.data())));
    }

    private static AuditVerdict verifyTraining(Options options) {
        var data = new DataDirectory(Path.of(options.text("data").orElse("var")));
        try {
            boolean running = EmbeddedPostgres.isRunning(data.postgres());
            var server = EmbeddedPostgres.start(data.postgres(), data.secrets(), Installation.serverSettings());
            try {
                return verify(Databases.on(server, data.secrets()).app(), data);
            } finally {
                if (!running) server.close();
            }
        } catch (IOException | SQLException e) {
            throw new Options.Wrong("Databasen svarar inte: " + e.getMessage());
        }
    }

    private static AuditVerdict verify(DatabaseLogin login, DataDirectory data) {
        try (var connection = login.open()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return new AuditVerifier(jdbc, new AuditHeads(data.auditHeads())).verify();
        } catch (SQLException e) {
            throw new Options.Wrong("Databasen svarar inte.");
        }
    }

    private static ConfigurableEnvironment environment(Options options) {
        var environment = new StandardEnvironment();
        options.text("config").ifPresent(file -> {
            try {
                environment.getPropertySources().addLast(new ResourcePropertySource(new FileSystemResource(file)));
            } catch (IOException e) {
                throw new Options.Wrong("Konfigurationsfilen kan inte läsas: " + file);
            }
        });
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
