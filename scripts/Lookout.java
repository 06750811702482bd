import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Stands at the far end of the only way out of the tests' network and names whoever tries to leave. Prints one line a
 * packet: {@code udp 192.0.2.77:9} or, for a question to a name server, {@code dns example.org}. Started inside the far
 * namespace with the address of this end; the address itself is not printed as a sender.
 *
 * <p>Every frame on the link is read from a packet socket, so that the port or protocol does not matter.
 */
public final class Lookout {
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final int ALL_PROTOCOLS_BIG_ENDIAN = 0x0300;
    private static final int ETHERNET = 14;
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int IGMP = 2;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int DNS_PORT = 53;

    public static void main(String[] arguments) throws Throwable {
        var self = arguments[0];
        var linker = Linker.nativeLinker();
        var lookup = linker.defaultLookup();
        MethodHandle socket = linker.downcallHandle(
                lookup.find("socket").orElseThrow(), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        MethodHandle receive = linker.downcallHandle(
                lookup.find("recv").orElseThrow(),
                FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
        int descriptor = (int) socket.invokeExact(AF_PACKET, SOCK_RAW, ALL_PROTOCOLS_BIG_ENDIAN);
        if (descriptor < 0) {
            System.out.println("error no packet socket");
            System.exit(1);
        }
        System.out.println("ready");
        try (var arena = Arena.ofConfined()) {
            MemorySegment frame = arena.allocate(65_536);
            while (true) {
                long length = (long) receive.invokeExact(descriptor, frame, frame.byteSize(), 0);
                if (length >= ETHERNET) {
                    var line = describe(ByteBuffer.wrap(
                            frame.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE)), self);
                    if (!line.isEmpty()) {
                        System.out.println(line);
                    }
                }
            }
        }
    }

    /** The line for a frame; empty for an answer of this end itself, and for the question who has its address. */
    private static String describe(ByteBuffer frame, String self) {
        int type = frame.getShort(12) & 0xffff;
        if (type == ARP && frame.limit() >= ETHERNET + 28) {
            var asked = address(frame, ETHERNET + 24);
            var asking = address(frame, ETHERNET + 14);
            return asked.equals(self) || asking.equals(self) ? "" : "arp " + asked;
        }
        if (type != IPV4 || frame.limit() < ETHERNET + 20) {
            return "frame of type 0x%04x".formatted(type);
        }
        return address(frame, ETHERNET + 12).equals(self) ? "" : packet(frame);
    }

    private static String packet(ByteBuffer frame) {
        int header = (frame.get(ETHERNET) & 0x0f) * 4;
        int protocol = frame.get(ETHERNET + 9) & 0xff;
        if (protocol == IGMP) {
            // The kernel tells the link which groups are listened to; it carries no data and no router passes it on.
            return "";
        }
        var to = address(frame, ETHERNET + 16);
        int start = ETHERNET + header;
        if (protocol != TCP && protocol != UDP || frame.limit() < start + 8) {
            return "protocol %d to %s".formatted(protocol, to);
        }
        int port = frame.getShort(start + 2) & 0xffff;
        if (protocol == UDP && port == DNS_PORT) {
            return "dns " + question(frame, start + 8 + 12);
        }
        return "%s %s:%d".formatted(protocol == TCP ? "tcp" : "udp", to, port);
    }

    private static String address(ByteBuffer frame, int at) {
        return "%d.%d.%d.%d".formatted(
                frame.get(at) & 0xff, frame.get(at + 1) & 0xff, frame.get(at + 2) & 0xff, frame.get(at + 3) & 0xff);
    }

    /** The name asked for: labels, each after its length, up to a zero. */
    private static String question(ByteBuffer frame, int at) {
        var name = new StringBuilder();
        int position = at;
        while (position < frame.limit() && frame.get(position) != 0) {
            int length = frame.get(position) & 0x3f;
            int end = Math.min(position + 1 + length, frame.limit());
            var label = new byte[end - position - 1];
            frame.get(position + 1, label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
            position = end;
        }
        return name.toString();
    }
}
