package se.vardmote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.ResourcePropertySource;
import se.vardmote.platform.DataDirectory;
import se.vardmote.platform.Databases;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.SecretFiles;

/** The commands of production: {@code serve} and {@code migrate}. */
final class ServeCommand {
    private ServeCommand() {}

    /** Starts a node. At SIGTERM it drains ({@link se.vardmote.platform.Drain}), and the process ends with 143. */
    static void start(Options options) {
        ConfigurableEnvironment environment = environment(options);
        ServeSettings settings = ServeSettings.read(environment);
        if (options.text("lan").isPresent())
            throw new Options.Wrong("--lan finns bara i provmiljön: ./vardmote run --lan.");
        List<String> wrong = ServeChecks.of(settings);
        if (!wrong.isEmpty()) throw new Options.Wrong("Vårdmöte startar inte:\n- " + String.join("\n- ", wrong));
        var data = new DataDirectory(Path.of(String.valueOf(settings.data())));
        environment.getPropertySources().addFirst(new MapPropertySource("checked", checked(settings)));
        new SpringApplicationBuilder(Vardmote.class)
                .environment(environment)
                .properties("vardmote.drain.notice=5s", "vardmote.metrics.port=9464")
                .initializers(context -> {
                    var generic = (GenericApplicationContext) context;
                    generic.registerBean(Databases.class, settings::databases);
                    generic.registerBean(DataDirectory.class, () -> data);
                    generic.registerBean(SecretFiles.class, data::secrets);
                    generic.registerBean(Environment.class, () -> Environment.PRODUCTION);
                })
                .run();
    }

    /** What follows from what was checked: nothing that is set elsewhere may say otherwise. */
    private static Map<String, Object> checked(ServeSettings settings) {
        String proxies = settings.transport().trustedProxies();
        return Map.of(
                "server.forward-headers-strategy",
                proxies == null ? "none" : "native",
                "server.tomcat.remoteip.internal-proxies",
                String.valueOf(proxies));
    }

    /** Brings the databases to this version through the owner roles, and marks a new one as production. */
    static void migrate(Options options) {
        ServeSettings settings = ServeSettings.read(environment(options));
        List<String> missing = settings.missingForMigration();
        if (!missing.isEmpty())
            throw new Options.Wrong("migrate behöver url, user och password för " + String.join(", ", missing) + ".");
        Databases databases = settings.databases();
        try {
            Installation.prepare(databases, Environment.PRODUCTION);
            System.out.println("Databaserna är på den här versionen.");
        } catch (Installation.WrongEnvironment e) {
            throw new Options.Wrong(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            throw new Options.Wrong("Databaserna kunde inte migreras: " + e.getMessage());
        }
    }

    /** Environment variables first, then the file that {@code --config} names. */
    static ConfigurableEnvironment environment(Options options) {
        var environment = new StandardEnvironment();
        options.text("config").ifPresent(file -> {
            try {
                var text = new EncodedResource(new FileSystemResource(file), StandardCharsets.UTF_8);
                environment.getPropertySources().addLast(new ResourcePropertySource(text));
            } catch (IOException e) {
                throw new Options.Wrong("Konfigurationsfilen kan inte läsas: " + file);
            }
        });
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
