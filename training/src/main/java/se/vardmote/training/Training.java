package se.vardmote.training;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import se.vardmote.training.card.Cards;
import se.vardmote.training.cast.CastSeeding;
import se.vardmote.training.lan.LanAccess;
import se.vardmote.training.lan.LanAddress;
import se.vardmote.training.lan.LanWelcome;

/**
 * The training environment: fictional cast, test identity provider, start page, all on loopback. Asked for the local
 * network, it also opens there the one page that explains how a tablet comes to trust the product.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Training {

    /** The first word that asks for certificates only. */
    private static final String PREPARE_LAN = "lan";

    /** The first word that asks for cards only. */
    private static final String PREPARE_CARDS = "cards";

    public static void main(String[] arguments) {
        try {
            if (arguments.length > 0 && arguments[0].equals(PREPARE_CARDS)) {
                CommandLine asked = CommandLine.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
                new Cards(asked.data(), Clock.systemUTC()).prepare(asked.port());
            } else if (arguments.length > 0 && arguments[0].equals(PREPARE_LAN)) {
                prepareLan(CommandLine.parse(Arrays.copyOfRange(arguments, 1, arguments.length)));
            } else {
                start(CommandLine.parse(arguments));
            }
        } catch (CannotStart refusal) {
            refuse(refusal.sentence());
        } catch (PortInUseException taken) {
            refuse("Port " + taken.getPort() + " är upptagen. Stoppa det som använder den, eller välj en annan port.");
        }
    }

    /**
     * Before the product starts, as it serves the certificate. Prints for the front door: a line with the address, then
     * what to say when all is up.
     */
    private static void prepareLan(CommandLine asked) {
        InetAddress address = asked.lan() == null ? LanAddress.of(LanAddress.AUTOMATIC) : asked.lan();
        LanAccess lan = LanAccess.prepare(address, asked.port(), asked.data(), Clock.systemUTC());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(address.getHostAddress());
        out.print(LanWelcome.of(lan, "yes".equals(System.getenv("VARDMOTE_COLOUR"))));
    }

    /** Starts the environment and returns when it answers. */
    public static ConfigurableApplicationContext start(CommandLine asked) {
        ProductConnection product = ProductConnection.in(asked.data());
        seed(product);
        SpringApplication application = new SpringApplication(Training.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        application.addInitializers(context -> prepare((GenericApplicationContext) context, asked, product));
        return application.run();
    }

    /** Before the first page is answered, so that no role is ever opened without its cast. */
    private static void seed(ProductConnection product) {
        try {
            CastSeeding cast = new CastSeeding(
                    new DriverManagerDataSource(product.jdbcUrl(), product.ownerUser(), product.ownerPassword()));
            ProductConnection.requireTraining(cast.environment());
            cast.seed();
        } catch (DataAccessException | TransactionException failure) {
            throw new CannotStart("De påhittade personerna gick inte att lägga in i databasen. Kontrollera att Vårdmöte"
                    + " är igång (./vardmote run) och av samma version. (" + rootOf(failure) + ")");
        }
    }

    private static String rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof SQLException sql
                ? "SQLSTATE " + sql.getSQLState()
                : failure.getClass().getSimpleName();
    }

    private static void prepare(GenericApplicationContext context, CommandLine asked, ProductConnection product) {
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ProductConnection.class, () -> product);
        context.registerBean(Cards.class, () -> new Cards(asked.data(), Clock.systemUTC()));
        context.registerBean(
                Addresses.class, () -> new Addresses(product.productPort(), asked.port(), asked.origins()));
        InetAddress lan = asked.lan();
        if (lan != null) {
            context.registerBean(
                    LanAccess.class, () -> LanAccess.prepare(lan, asked.port(), asked.data(), Clock.systemUTC()));
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("what was asked for", settings(asked, product)));
    }

    /** First in the order of sources, so that no environment variable can move the process off loopback. */
    private static Map<String, Object> settings(CommandLine asked, ProductConnection product) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", asked.address().getHostAddress());
        settings.put("server.port", asked.port());
        settings.put("spring.datasource.url", product.jdbcUrl());
        settings.put("spring.datasource.username", product.ownerUser());
        settings.put("spring.datasource.password", product.ownerPassword());
        return settings;
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        System.exit(2);
    }
}
