package se.vardmote.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail by SMTP: plain text, nothing to load, no receipt asked for. */
final class SmtpMail implements Carrier {
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final String from;

    SmtpMail(String host, MailSettings settings) {
        this.from = settings.from();
        server.setHost(host);
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.user().isEmpty()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
        }
        server.setJavaMailProperties(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        String patience = String.valueOf(settings.patience().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.put(
                "mail.smtp.starttls.enable", String.valueOf(settings.encryption() == MailSettings.Encryption.STARTTLS));
        properties.put(
                "mail.smtp.starttls.required",
                String.valueOf(settings.encryption() == MailSettings.Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.encryption() == MailSettings.Encryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        return properties;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Receipt carry(String reference, Recipient to, String subject, String text) {
        try {
            var message = server.createMimeMessage();
            var written = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            written.setFrom(from);
            written.setTo(to.address());
            written.setSubject(subject);
            written.setText(text);
            // Nobody answers it, and nothing that answers by itself shall.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Reference", reference);
            server.send(message);
            return Receipt.TAKEN;
        } catch (MailSendException refused) {
            return isRefused(refused) ? Receipt.REFUSED : Receipt.LATER;
        } catch (MailException | MessagingException notNow) {
            return Receipt.LATER;
        }
    }

    /** The server has spoken about the address; that it was not reached says nothing about it. */
    private static boolean isRefused(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .anyMatch(why -> why instanceof SendFailedException about
                        && about.getInvalidAddresses() != null
                        && about.getInvalidAddresses().length > 0);
    }
}
