package se.vardmote.notifications;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who carries text messages. Nothing is offered by SMS without it.
 *
 * @param endpoint takes {@code POST} of {@code {"to","from","text","reference"}} as JSON; {@code to} is E.164
 * @param token proves who we are ({@code Authorization: Bearer}); never printed
 * @param sender what the telephone shows: at most eleven letters and digits
 * @param patience how long an answer is waited for
 */
@ConfigurationProperties("vardmote.sms")
public record SmsSettings(
        @Nullable URI endpoint,
        @DefaultValue("") String token,
        @DefaultValue("Vardmote") String sender,
        @DefaultValue("10s") Duration patience) {

    public SmsSettings {
        if (!sender.matches("[A-Za-z0-9]{1,11}"))
            throw new IllegalArgumentException("vardmote.sms.sender must be 1 to 11 letters A to Z and digits");
        if (endpoint != null && token.isBlank()) throw new IllegalArgumentException("vardmote.sms.token is missing");
    }

    @Override
    public String toString() {
        return "SmsSettings[" + endpoint + " as " + sender + "]";
    }
}
