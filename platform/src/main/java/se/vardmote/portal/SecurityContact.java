package se.vardmote.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.vardmote.platform.Origins;

/** Whom to tell about a weakness of this installation (RFC 9116). */
@Controller
@EnableConfigurationProperties(SecurityContact.SecuritySettings.class)
class SecurityContact {
    /** The RFC wants less than a year; a page that a running product answers is at most so old. */
    private static final Duration HOLDS = Duration.ofDays(180);

    private final SecuritySettings settings;
    private final Origins origins;
    private final Clock clock;

    SecurityContact(SecuritySettings settings, Origins origins, Clock clock) {
        this.settings = settings;
        this.origins = origins;
        this.clock = clock;
    }

    /**
     * Settings under {@code vardmote.security}.
     *
     * @param contact {@code mailto:}, {@code tel:} or {@code https:}; without one there is no page
     */
    @ConfigurationProperties("vardmote.security")
    record SecuritySettings(@Nullable URI contact) {
        SecuritySettings {
            if (contact != null && !String.valueOf(contact.getScheme()).matches("mailto|tel|https"))
                throw new IllegalArgumentException("vardmote.security.contact: mailto:, tel: or https:");
        }
    }

    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> text() {
        if (settings.contact() == null) return ResponseEntity.notFound().build();
        String text = """
                Contact: %s
                Expires: %s
                Preferred-Languages: sv, en
                Canonical: %s/.well-known/security.txt
                """.formatted(
                        settings.contact(),
                        clock.instant().plus(HOLDS).truncatedTo(ChronoUnit.DAYS),
                        origins.origins().getFirst());
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
