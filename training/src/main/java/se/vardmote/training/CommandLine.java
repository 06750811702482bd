package se.vardmote.training;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.training.lan.LanAddress;

/**
 * What was asked for at the terminal.
 *
 * @param port this process's own port
 * @param data the product's data directory, where it left the connection and the client secret
 * @param address the loopback address to bind
 * @param origins further base URLs of the product, besides those every training environment has
 * @param lan this machine's address on the local network, when tablets there are to come in; null otherwise
 */
public record CommandLine(
        int port,
        Path data,
        InetAddress address,
        List<String> origins,
        @Nullable InetAddress lan) {

    static final String USAGE = "Användning: java -jar vardmote-training.jar --port PORT --data KATALOG"
            + " [--origin http://VÄRD:PORT]… [--address 127.0.0.1] [--lan auto|ADRESS]";

    public CommandLine {
        if (!address.isLoopbackAddress()) {
            throw new CannotStart("Provmiljön svarar bara på den egna datorn och kan inte lyssna på "
                    + address.getHostAddress() + ". Ta bort --address.");
        }
        origins = List.copyOf(origins);
    }

    public static CommandLine parse(String... arguments) {
        int port = 8081;
        Path data = Path.of("var");
        InetAddress address = InetAddress.getLoopbackAddress();
        InetAddress lan = null;
        List<String> origins = new ArrayList<>();
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--port" -> port = port(valueOf(option, words));
                case "--data" -> data = Path.of(valueOf(option, words));
                case "--address" -> address = address(valueOf(option, words));
                case "--lan" -> lan = LanAddress.of(valueOf(option, words));
                case "--origin" -> origins.add(valueOf(option, words));
                default -> throw new CannotStart("Provmiljön känner inte till " + option + ". " + USAGE);
            }
        }
        return new CommandLine(port, data, address, origins, lan);
    }

    private static String valueOf(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new CannotStart("Det saknas ett värde efter " + option + ". " + USAGE);
        }
        return words.next();
    }

    private static int port(String typed) {
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > 65535) {
            throw new CannotStart("Porten ska vara ett tal mellan 1 och 65535, inte " + typed + ".");
        }
        return Integer.parseInt(typed);
    }

    private static InetAddress address(String typed) {
        try {
            return InetAddress.getByName(typed);
        } catch (UnknownHostException unknown) {
            throw new CannotStart("Adressen " + typed + " finns inte. Ta bort --address.");
        }
    }
}
