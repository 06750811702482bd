package se.vardmote.notifications;

/** Port: somebody outside who carries what is sent. */
interface Carrier {

    Channel channel();

    /**
     * Hands a notice on. May be called again with the same one when nobody knows whether it was taken.
     *
     * @param reference the same each time, so that a carrier that compares it sends once
     */
    Receipt carry(String reference, Recipient to, String subject, String text);

    enum Receipt {
        TAKEN,
        /** Will never be taken as it is. */
        REFUSED,
        /** Not now: no answer, or none that says. */
        LATER
    }
}
