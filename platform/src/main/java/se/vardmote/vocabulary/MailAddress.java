package se.vardmote.vocabulary;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address that a message can be sent to (RFC 5321, without quoted names and addresses in brackets, which nobody
 * types). {@code toString()} does not show it.
 *
 * @param value as typed, the domain in lower case; at most {@value #LONGEST} characters
 */
public record MailAddress(String value) {
    static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** @return refused with {@code mail-missing} or {@code mail-invalid} */
    public static Parsed<MailAddress> parse(String typed) {
        String line = Typed.line(typed);
        if (line.isEmpty()) return Parsed.refused(RefusalCodes.MAIL_MISSING);
        int at = line.lastIndexOf('@');
        if (line.length() > LONGEST || at < 1 || at > LONGEST_LOCAL) return Parsed.refused(RefusalCodes.MAIL_INVALID);
        String local = line.substring(0, at);
        String domain = line.substring(at + 1).toLowerCase(Locale.ROOT);
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches()
                ? Parsed.valid(new MailAddress(local + "@" + domain))
                : Parsed.refused(RefusalCodes.MAIL_INVALID);
    }

    @Override
    public String toString() {
        return "MailAddress[•••]";
    }
}
