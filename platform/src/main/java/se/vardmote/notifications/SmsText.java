package se.vardmote.notifications;

/**
 * How many text messages a text becomes (3GPP TS 23.038): 160 characters of the GSM alphabet, which has å, ä and ö but neither
 * dashes nor curly quotation marks, or 70 of any other; several are 153 or 67 each.
 */
public final class SmsText {
    /** Nobody reads longer ones, and each part costs. */
    public static final int MOST_PARTS = 3;

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Two places each. */
    private static final String GSM_EXTENDED = "^{}\\[~]|€\f";

    private static final int GSM_ONE = 160;
    private static final int GSM_EACH = 153;
    private static final int ANY_ONE = 70;
    private static final int ANY_EACH = 67;

    private SmsText() {}

    public static int parts(String text) {
        boolean gsm = text.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_EXTENDED.indexOf(c) >= 0);
        if (!gsm) return parts(text.length(), ANY_ONE, ANY_EACH);
        int places = text.chars().map(c -> GSM_EXTENDED.indexOf(c) >= 0 ? 2 : 1).sum();
        return parts(places, GSM_ONE, GSM_EACH);
    }

    private static int parts(int places, int one, int each) {
        return places <= one ? 1 : Math.ceilDiv(places, each);
    }
}
