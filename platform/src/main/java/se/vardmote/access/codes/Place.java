package se.vardmote.access.codes;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * From where something is tried: an IPv4 address, or the /48 network of an IPv6 address, which is the most that one
 * subscriber is given: a home often has a /56, and so more networks than it takes to lock a code.
 */
public record Place(String network) {
    private static final int NETWORK_BYTES = 6;

    /** @param address as the web server gives it: digits, never a name */
    public static Place of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (!(parsed instanceof Inet6Address)) return new Place(parsed.getHostAddress());
            byte[] bytes = parsed.getAddress();
            Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
            return new Place(InetAddress.getByAddress(bytes).getHostAddress() + "/48");
        } catch (IllegalArgumentException | UnknownHostException e) {
            return new Place(address);
        }
    }

    @Override
    public String toString() {
        return "Place[]";
    }
}
