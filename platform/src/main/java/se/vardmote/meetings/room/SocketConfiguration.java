package se.vardmote.meetings.room;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import se.vardmote.platform.Origins;

/** Where the socket is, who may open it, and how much it takes. */
@Configuration
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    private static final int LARGEST_FRAME = 128 * 1024; // bytes: an offer of a browser is 5 to 20 kB
    /** Tomcat decodes text through this buffer too: one that cannot hold a whole character is decoded for ever. */
    private static final int BYTES_AT_A_TIME = 8 * 1024;

    private static final long IDLE = 45_000; // ms: pages send a sign of life more often

    private final RoomSocket socket;
    private final Origins origins;

    SocketConfiguration(RoomSocket socket, Origins origins) {
        this.socket = socket;
        this.origins = origins;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/socket")
                .setAllowedOrigins(
                        origins.origins().stream().map(Object::toString).toArray(String[]::new));
    }

    @Bean
    ServletServerContainerFactoryBean webSocketLimits() {
        var limits = new ServletServerContainerFactoryBean();
        limits.setMaxTextMessageBufferSize(LARGEST_FRAME);
        limits.setMaxBinaryMessageBufferSize(BYTES_AT_A_TIME);
        limits.setMaxSessionIdleTimeout(IDLE);
        return limits;
    }
}
