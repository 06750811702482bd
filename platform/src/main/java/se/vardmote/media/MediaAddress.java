package se.vardmote.media;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address at which pages reach the media server. Janus refuses loopback, so a machine (or a network namespace) with
 * nothing else cannot carry media.
 */
final class MediaAddress {
    /** Documentation address (RFC 5737): asking the way there sends nothing. */
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress("198.51.100.1", 9);

    private MediaAddress() {}

    /** The address of the default route, else the first IPv4 address that is up and not loopback. */
    static Optional<String> find() {
        return ofDefaultRoute().or(() -> all().findFirst()).map(InetAddress::getHostAddress);
    }

    static boolean isHere(String address) {
        return all().anyMatch(here -> here.getHostAddress().equals(address));
    }

    private static Optional<InetAddress> ofDefaultRoute() {
        try (var socket = new DatagramSocket()) {
            socket.connect(ANYWHERE);
            return Optional.of(socket.getLocalAddress()).filter(MediaAddress::usable);
        } catch (SocketException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Stream<InetAddress> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(MediaAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(MediaAddress::usable);
        } catch (SocketException e) {
            return Stream.empty();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean usable(InetAddress address) {
        return address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isAnyLocalAddress();
    }
}
