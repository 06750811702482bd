package se.vardmote.media;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code vardmote.media}. With {@code janus} the one that runs there is used; else with {@code folder}
 * one is started, if it is installed, and pages send to each other if it is not; with neither there is no sound and
 * picture.
 *
 * @param janus its WebSocket, {@code ws://host:port} or {@code wss://…}, on a network that no page reaches
 * @param apiSecret Janus's {@code api_secret}
 * @param adminKey the video room's {@code admin_key}
 * @param roomKey from which the rooms' secrets are made; the same on every node, 32 characters or more
 * @param folder for a Janus of our own: configuration, secrets, log
 * @param direct pages send to each other, although a Janus of our own could be started
 * @param address the IPv4 address at which pages reach a Janus of our own; the default route's when not given
 * @param videoBitrate most bits a second of picture from one page: 1.5 Mbit/s is a sharp face in 720p
 * @param publishers most pages in a room that send
 */
@ConfigurationProperties("vardmote.media")
public record MediaSettings(
        @Nullable URI janus,
        @Nullable String apiSecret,
        @Nullable String adminKey,
        @Nullable String roomKey,
        @Nullable Path folder,
        @DefaultValue("false") boolean direct,
        @Nullable String address,
        @DefaultValue("1500000") int videoBitrate,
        @DefaultValue("25") int publishers) {
    private static final int LEAST_KEY = 32;

    public MediaSettings {
        if (janus != null && (apiSecret == null || adminKey == null || roomKey == null))
            throw new IllegalArgumentException(
                    "vardmote.media.janus needs vardmote.media.api-secret, admin-key and room-key");
        if (roomKey != null && roomKey.length() < LEAST_KEY)
            throw new IllegalArgumentException("vardmote.media.room-key needs " + LEAST_KEY + " characters or more");
    }
}
