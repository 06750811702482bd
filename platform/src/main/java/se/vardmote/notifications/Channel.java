package se.vardmote.notifications;

/** By which way something is sent. */
public enum Channel {
    SMS,
    MAIL
}
