package se.vardmote.access;

/** What the rights table says of the socket: asked for every message, because rights end while a socket is open. */
public interface MessageRights {

    /** False also for a type that has no row. */
    boolean maySend(Actor actor, String type);
}
