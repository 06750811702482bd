package se.vardmote.training.lan;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;

/**
 * What this machine is called on the local network, and what its certificate vouches for.
 *
 * @param hostName the name below {@code .local} that tablets find by multicast; null where the machine has no usable one
 */
record LanNames(InetAddress address, @Nullable String hostName) {

    static LanNames of(InetAddress address) {
        return new LanNames(address, localName().orElse(null));
    }

    /** The one to show to people. */
    String machine() {
        return hostName == null ? address.getHostAddress() : hostName;
    }

    /** As the extension {@code subjectAltName}: browsers look at nothing else. */
    GeneralNames alternatives() {
        GeneralName number = new GeneralName(GeneralName.iPAddress, address.getHostAddress());
        return hostName == null
                ? new GeneralNames(number)
                : new GeneralNames(new GeneralName[] {number, new GeneralName(GeneralName.dNSName, hostName)});
    }

    private static Optional<String> localName() {
        try {
            return localName(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    /** The first label of whatever the machine calls itself. */
    static Optional<String> localName(String own) {
        String label = own.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        boolean usable = label.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?") && !label.matches("\\d+|localhost");
        return usable ? Optional.of(label + ".local") : Optional.empty();
    }
}
