package se.vardmote.media;

/** Why a line is gone although nobody closed it. */
public enum LossReason {
    /** The media server died or hung; a new one is on its way: connect with the next epoch at once. */
    MEDIA_SERVER_RESTARTED,
    /** The media server let this line go, or did not do what it was asked in time: connect with the next epoch. */
    CONNECTION_FAILED,
    /** The media server does not accept what the page offered: trying again with the same gives the same. */
    OFFER_REFUSED,
    /** There is no media server; see {@link Availability}. */
    NO_MEDIA_SERVER
}
