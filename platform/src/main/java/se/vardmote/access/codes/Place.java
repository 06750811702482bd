package se.vardmote.access.codes;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * From where something is tried: an IPv4 address, or the /64 network of an IPv6 address, in which a single machine has
 * more addresses than there are codes.
 */
public record Place(String network) {
    private static final int NETWORK_BYTES = 8;

    /** @param address as the web server gives it: digits, never a name */
    public static Place of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (!(parsed instanceof Inet6Address)) return new Place(parsed.getHostAddress());
            byte[] bytes = parsed.getAddress();
            Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
            return new Place(InetAddress.getByAddress(bytes).getHostAddress() + "/64");
        } catch (IllegalArgumentException | UnknownHostException e) {
            return new Place(address);
        }
    }

    @Override
    public String toString() {
        return "Place[]";
    }
}
