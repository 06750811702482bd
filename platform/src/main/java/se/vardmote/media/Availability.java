package se.vardmote.media;

/** Whether there can be sound and picture, or why not. */
public enum Availability {
    /** It works. Also said during a restart of a second or so: what is asked meanwhile waits. */
    AVAILABLE,
    /** Janus is not installed on this machine. */
    NOT_INSTALLED,
    /** The machine has only its loopback address; Janus needs another IPv4 address. */
    NO_NETWORK_ADDRESS,
    /** Janus is installed or configured but has not answered for some seconds. */
    NOT_ANSWERING
}
