package se.vardmote.media;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the media server: the one that is configured, else one of our own, else the pages themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
class MediaConfiguration {
    @Bean(destroyMethod = "close")
    MediaRooms mediaRooms(MediaSettings settings) {
        var rooms = new Rooms(settings.videoBitrate(), settings.publishers());
        if (settings.janus() != null) return new JanusRooms(remote(settings), rooms);
        Path folder = settings.folder();
        Optional<InstalledJanus> installed = InstalledJanus.find();
        if (folder == null) return new NoMedia(Availability.NOT_INSTALLED);
        if (settings.direct() || installed.isEmpty()) return new DirectRooms(settings.videoBitrate());
        return new JanusRooms(new EmbeddedJanus(folder, installed, address(settings)), rooms);
    }

    private static JanusServer remote(MediaSettings settings) {
        return new RemoteJanus(new JanusAddress(
                Objects.requireNonNull(settings.janus()),
                Objects.requireNonNull(settings.apiSecret()),
                Objects.requireNonNull(settings.adminKey()),
                Objects.requireNonNull(settings.roomKey())));
    }

    private static Supplier<Optional<String>> address(MediaSettings settings) {
        String given = settings.address();
        if (given == null) return MediaAddress::find;
        return () -> Optional.of(given).filter(MediaAddress::isHere);
    }
}
