package se.vardmote.access.card;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.vardmote.platform.Origins;

@Configuration
@EnableConfigurationProperties(CardSettings.class)
class CardConfiguration {

    @Bean
    CardConnector cardConnector(
            CardSettings settings, CardStandings standings, CardSignIns signIns, Origins origins, Clock clock) {
        return new CardConnector(settings, standings, signIns, origins, clock);
    }
}
