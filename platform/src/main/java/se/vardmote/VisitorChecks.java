package se.vardmote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is missing or unsafe in how patients and relatives are reached and show who they are. Each part may be left out. */
final class VisitorChecks {
    private final ServeSettings settings;
    private final Predicate<@Nullable String> https;
    private final List<String> wrong = new ArrayList<>();

    private VisitorChecks(ServeSettings settings, Predicate<@Nullable String> https) {
        this.settings = settings;
        this.https = https;
    }

    /** @param weak told the name and the value of each secret */
    static List<String> of(
            ServeSettings settings, Predicate<@Nullable String> https, BiConsumer<String, @Nullable String> weak) {
        var checks = new VisitorChecks(settings, https);
        checks.signIn(weak);
        checks.sms(weak);
        checks.mail();
        return checks.wrong;
    }

    private void signIn(BiConsumer<String, @Nullable String> weak) {
        ServeSettings.SignIn signIn = settings.visitorSignIn();
        if (signIn == null || signIn.issuer() == null || signIn.issuer().isBlank()) return;
        boolean safe = https.test(signIn.issuer())
                && https.test(signIn.authorizationUri())
                && https.test(signIn.tokenUri())
                && https.test(signIn.jwkSetUri());
        if (!safe) wrong.add("vardmote.visitor-sign-in: alla adresser till e-legitimeringen ska vara https.");
        if (signIn.clientId() == null || signIn.clientId().isBlank())
            wrong.add("vardmote.visitor-sign-in.client-id saknas.");
        weak.accept("vardmote.visitor-sign-in.client-secret", signIn.clientSecret());
    }

    private void sms(BiConsumer<String, @Nullable String> weak) {
        ServeSettings.Messages messages = settings.messages();
        if (messages.smsEndpoint() == null) return;
        if (!https.test(messages.smsEndpoint())) wrong.add("vardmote.sms.endpoint ska vara https.");
        weak.accept("vardmote.sms.token", messages.smsToken());
    }

    /** Between machines the message is read by nobody else; a mail server on this machine may be spoken to in plain. */
    private void mail() {
        ServeSettings.Messages messages = settings.messages();
        String host = messages.mailHost();
        if (host == null) return;
        if (messages.mailFrom() == null) wrong.add("vardmote.mail.from saknas: ange adressen som e-post skickas från.");
        String encryption = messages.mailEncryption();
        boolean plain =
                encryption != null && encryption.toUpperCase(Locale.ROOT).equals("NONE");
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
        if (plain && !here)
            wrong.add("vardmote.mail.encryption: e-post till " + host + " ska vara krypterad (starttls eller tls).");
    }
}
