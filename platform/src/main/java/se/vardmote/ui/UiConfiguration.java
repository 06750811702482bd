package se.vardmote.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.vardmote.platform.Environment;

/** Puts the words, the templates and the built files together. */
@Configuration
@EnableConfigurationProperties(BrowserSettings.class)
class UiConfiguration implements WebMvcConfigurer {

    @Bean
    Messages messages(Clock clock) {
        return new Messages(clock);
    }

    @Bean
    Templates templates(Messages messages) {
        return new Templates(messages);
    }

    @Bean
    Frames frames(
            ObjectProvider<Environment> environment,
            BrowserSettings browsers,
            ObjectProvider<Frames.SignedInReader> signedIn,
            ObjectProvider<Frames.StopReader> stops) {
        boolean training = environment.getIfAvailable(() -> Environment.PRODUCTION) == Environment.TRAINING;
        return new Frames(
                Assets.onClassPath(),
                training,
                browsers,
                signedIn.getIfAvailable(() -> request -> Optional.empty()),
                stops.getIfAvailable(() -> List::of));
    }

    @Bean
    ViewResolver jteViewResolver(Templates templates, Frames frames) {
        return new JteViewResolver(templates, frames);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ChosenLanguage();
    }

    @Bean
    ProblemPages problemPages(Messages messages) {
        return new ProblemPages(messages);
    }

    /** Outermost, so that it catches what any other filter throws. */
    @Bean
    FilterRegistrationBean<LastResort> lastResort() {
        var registration = new FilterRegistrationBean<>(new LastResort());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RememberedLanguage());
    }

    /** Built files carry a hash in their name and never change; the few without one are asked for again each day. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/*.svg")
                .addResourceLocations("classpath:/pictures/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
