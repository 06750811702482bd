package se.vardmote.training.lan;

import java.security.cert.CertificateEncodingException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.vardmote.training.web.Pages;

/** Opens the page for the network, when the network was asked for. */
@Configuration
class LanConfiguration {

    @Bean
    @ConditionalOnBean(LanAccess.class)
    TrustPage trustPage(LanAccess lan, Pages pages) throws CertificateEncodingException {
        return new TrustPage(lan, pages.text("trust.jte", Map.of("lan", lan)));
    }
}
