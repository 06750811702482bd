package se.vardmote.access;

import java.util.Set;

/** Port: the types of message that a page may send over the socket. Each needs a row in the rights table. */
public interface SocketMessages {
    Set<String> types();
}
