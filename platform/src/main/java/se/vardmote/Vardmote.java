package se.vardmote;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The product's entry point: {@code run}, {@code serve}, {@code migrate}, {@code audit-verify}, {@code backup} … */
@Modulithic(
        systemName = "Vårdmöte",
        sharedModules = {"vocabulary", "platform"})
@SpringBootApplication(exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Vardmote {

    /** Does what the first word names; any failure to start ends in one plain sentence and exit code 1. */
    public static void main(String[] words) {
        // What happens before the settings are read is worth a line only when it goes wrong.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String command = words.length == 0 ? "" : words[0];
        List<String> rest = List.of(words).subList(Math.min(1, words.length), words.length);
        try {
            switch (command) {
                case "run" -> RunCommand.start(Options.parse(rest));
                case "serve" -> ServeCommand.start(Options.parse(rest));
                case "migrate" -> ServeCommand.migrate(Options.parse(rest));
                case "backup" -> BackupCommand.backup(rest);
                case "restore" -> BackupCommand.restore(rest);
                case "upgrade" -> BackupCommand.upgrade(rest);
                case "audit-verify" -> AuditVerifyCommand.verify(Options.parse(rest));
                default -> throw new Options.Wrong("Okänt kommando: " + command + ". Skriv ./vardmote help.");
            }
        } catch (Options.Wrong e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
