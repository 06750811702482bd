package se.vardmote.meetings;

/**
 * A page has joined its conversation over a socket of this node.
 *
 * @param again it had a connection before: its network, its node or its reload took the socket
 */
public record PageArrived(boolean again) {}
