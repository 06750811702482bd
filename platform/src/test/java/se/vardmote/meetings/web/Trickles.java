package se.vardmote.meetings.web;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import se.vardmote.access.web.TestBrowser;

/** Pictures of two bytes, of which one has been sent. */
final class Trickles implements AutoCloseable {
    private final List<Socket> underWay = new ArrayList<>();
    private final Supplier<TestBrowser> device;

    Trickles(Supplier<TestBrowser> device) {
        this.device = device;
    }

    /** So many that have not been answered. */
    void keep(int count) throws IOException {
        for (Socket socket : List.copyOf(underWay)) {
            if (socket.getInputStream().available() == 0) continue;
            underWay.remove(socket);
            socket.close();
        }
        while (underWay.size() < count) underWay.add(begun());
    }

    private Socket begun() throws IOException {
        String key = UUID.randomUUID().toString();
        Socket socket = device.get().begin("/samtal/bild", 2, "/samtal", "Idempotency-Key", key);
        socket.getOutputStream().write(0xFF);
        return socket;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : underWay) {
            socket.getOutputStream().write(0xFF);
            socket.close();
        }
    }
}
