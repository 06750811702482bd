package se.vardmote.training.lan;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.vardmote.training.CannotStart;

/** The address at which other machines of the local network reach this one. IPv4, as tablets and Janus both have it. */
public final class LanAddress {

    /** Asked for instead of an address: the one of the default route. */
    public static final String AUTOMATIC = "auto";

    /** Documentation address (RFC 5737): asking the way there sends nothing. */
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress("198.51.100.1", 9);

    private LanAddress() {}

    /**
     * @param asked an address of this machine, or {@link #AUTOMATIC}
     * @throws CannotStart when there is no such address here
     */
    public static InetAddress of(String asked) {
        return choose(asked, ofDefaultRoute(), all());
    }

    static InetAddress choose(String asked, Optional<InetAddress> ofDefaultRoute, List<InetAddress> here) {
        if (here.isEmpty()) {
            throw new CannotStart("Datorn är inte ansluten till något nätverk, så ingen iPad når den."
                    + " Anslut den och försök igen, eller starta utan --lan.");
        }
        if (asked.equals(AUTOMATIC)) {
            return ofDefaultRoute.orElse(here.getFirst());
        }
        return here.stream()
                .filter(address -> address.getHostAddress().equals(asked))
                .findFirst()
                .orElseThrow(() -> new CannotStart("Datorn har inte adressen " + asked + ". Den har: "
                        + here.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")) + "."));
    }

    private static Optional<InetAddress> ofDefaultRoute() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(ANYWHERE);
            return Optional.of(socket.getLocalAddress()).filter(LanAddress::usable);
        } catch (SocketException | UncheckedIOException noWay) {
            return Optional.empty();
        }
    }

    private static List<InetAddress> all() {
        try {
            Stream<NetworkInterface> networks = NetworkInterface.networkInterfaces();
            return networks.filter(LanAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(LanAddress::usable)
                    .toList();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static boolean usable(InetAddress address) {
        return address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isAnyLocalAddress();
    }
}
