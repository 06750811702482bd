package se.vardmote;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.audit.AuditFinding;
import se.vardmote.audit.AuditHeads;
import se.vardmote.audit.AuditVerdict;
import se.vardmote.audit.AuditVerifier;
import se.vardmote.platform.DataDirectory;
import se.vardmote.platform.DatabaseLogin;

/**
 * {@code audit-verify}: computes the chain of the access log anew, in production as configured, else in the training
 * environment by {@code --data}. May run while the product does.
 */
final class AuditVerifyCommand {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss").withZone(ZoneId.of("Europe/Stockholm"));

    private AuditVerifyCommand() {}

    /** @throws Options.Wrong when the log is not as it was sealed, with a sentence for each block that is not */
    static void verify(Options options) {
        AuditVerdict verdict = verdict(options);
        if (!verdict.sound()) {
            var text = new StringBuilder("Åtkomstloggen stämmer inte:");
            verdict.findings().forEach(finding -> text.append("\n- ").append(sentence(finding)));
            throw new Options.Wrong(text.toString());
        }
        System.out.println("Åtkomstloggen är hel: " + verdict.events() + " händelser i " + verdict.blocks() + " block, "
                + verdict.unsealed() + " ännu inte förseglade, jämförd med " + verdict.heads()
                + " huvuden utanför databasen.");
    }

    private static AuditVerdict verdict(Options options) {
        ServeSettings settings = ServeSettings.read(ServeCommand.environment(options));
        boolean production =
                options.text("data").isEmpty() && (options.text("config").isPresent() || settings.database() != null);
        return production ? inProduction(settings) : inTraining(options);
    }

    private static AuditVerdict inProduction(ServeSettings settings) {
        ServeSettings.Login login = settings.database();
        if (settings.data() == null || login == null || !login.complete())
            throw new Options.Wrong("audit-verify behöver vardmote.database och vardmote.data.");
        return read(login.login(), new DataDirectory(Path.of(settings.data())));
    }

    private static AuditVerdict inTraining(Options options) {
        Path folder = Path.of(options.text("data").orElse("var"));
        if (!Files.isDirectory(folder.resolve("postgres")))
            throw new Options.Wrong("Här finns ingen provmiljö. Ange dess mapp med --data, eller driftens --config.");
        var data = new DataDirectory(folder);
        return TrainingServer.with(data, databases -> read(databases.app(), data));
    }

    private static AuditVerdict read(DatabaseLogin login, DataDirectory data) {
        try (var readers = login.pool(AuditVerifier.READERS)) {
            return new AuditVerifier(JdbcClient.create(readers), new AuditHeads(data.auditHeads())).verify();
        } catch (PoolInitializationException | DataAccessException e) {
            throw new Options.Wrong("Åtkomstloggen kan inte läsas: databasen svarar inte, eller är inte migrerad.");
        }
    }

    private static String sentence(AuditFinding finding) {
        return switch (finding) {
            case AuditFinding.EventsChanged(long block, Instant at) ->
                "Block " + block + ", förseglat " + WHEN.format(at) + ": händelser är ändrade.";
            case AuditFinding.EventsRemoved(long block, Instant at, long missing) ->
                "Block " + block + ", förseglat " + WHEN.format(at) + ": " + missing + " händelser är borta.";
            case AuditFinding.EventsInserted(long block, Instant at, long tooMany) ->
                "Block " + block + ", förseglat " + WHEN.format(at) + ": " + tooMany + " händelser är tillagda.";
            case AuditFinding.EventsOutsideTheChain(long events) ->
                events + " händelser ligger där inget block kommer att försegla dem.";
            case AuditFinding.BlockChanged(long block) -> "Block " + block + ": själva blocket är ändrat.";
            case AuditFinding.ChainBroken(long block) ->
                "Block " + block + ": följer inte på blocket före; block saknas.";
            case AuditFinding.HeadNotInChain(long block, Instant at) ->
                "Block " + block + ", förseglat " + WHEN.format(at)
                        + ": är inte det block som är sparat utanför databasen.";
        };
    }
}
