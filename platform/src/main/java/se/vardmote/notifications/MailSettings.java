package se.vardmote.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who carries e-mail, by SMTP. Nothing is offered by e-mail without it.
 *
 * @param user empty where the server knows us by our address
 * @param password never printed
 * @param from the address of the sender, of the region or municipality: never a unit's
 * @param encryption {@code STARTTLS} is demanded, {@code TLS} from the first byte; {@code NONE} for a server on this machine
 * @param patience how long each step is waited for
 */
@ConfigurationProperties("vardmote.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("STARTTLS") Encryption encryption,
        @DefaultValue("10s") Duration patience) {

    public enum Encryption {
        STARTTLS,
        TLS,
        NONE
    }

    public MailSettings {
        if (host != null && from.isBlank()) throw new IllegalArgumentException("vardmote.mail.from is missing");
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + "]";
    }
}
