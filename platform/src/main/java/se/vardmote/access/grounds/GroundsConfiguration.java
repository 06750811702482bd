package se.vardmote.access.grounds;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(GroundSettings.class)
class GroundsConfiguration {}
