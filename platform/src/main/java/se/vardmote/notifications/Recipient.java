package se.vardmote.notifications;

import se.vardmote.vocabulary.MailAddress;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PhoneNumber;

/** Where somebody reads what is sent to them. */
public sealed interface Recipient {

    /** @param number one that reads text messages */
    record Phone(PhoneNumber number) implements Recipient {}

    record Mailbox(MailAddress mail) implements Recipient {}

    default Channel channel() {
        return switch (this) {
            case Phone phone -> Channel.SMS;
            case Mailbox mailbox -> Channel.MAIL;
        };
    }

    /** E.164 or an e-mail address: personal, to be kept encrypted only. */
    default String address() {
        return switch (this) {
            case Phone(PhoneNumber number) -> number.e164();
            case Mailbox(MailAddress mail) -> mail.value();
        };
    }

    /** The other way of {@link #address()}, of what we have kept. */
    static Recipient of(Channel channel, String address) {
        return switch (channel) {
            case SMS -> new Phone(new PhoneNumber(address));
            case MAIL -> new Mailbox(MailAddress.parse(address).orElseThrow());
        };
    }

    /**
     * As somebody types it: what has an at sign is an e-mail address.
     *
     * @return refused with {@code phone-missing}, {@code phone-invalid}, {@code phone-not-mobile} or {@code mail-invalid}
     */
    static Parsed<Recipient> parse(String typed) {
        return typed.contains("@")
                ? MailAddress.parse(typed).map(Mailbox::new)
                : PhoneNumber.parseMobile(typed).map(Phone::new);
    }
}
