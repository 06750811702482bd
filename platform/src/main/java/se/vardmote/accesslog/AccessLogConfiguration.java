package se.vardmote.accesslog;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(LogReviewSettings.class)
class AccessLogConfiguration {}
