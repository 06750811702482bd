package se.vardmote.platform;

import java.util.Collection;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.util.LambdaSafe;

/** A further port of the same server, with the limits that hold for the first. */
public final class ExtraConnector {
    private ExtraConnector() {}

    /** The connector on its way; give it to {@link #open} when it is ready. */
    public static Connector at(int port) {
        var connector = new Connector(TomcatWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        return connector;
    }

    public static AbstractHttp11Protocol<?> open(Connector connector, TomcatServletWebServerFactory factory) {
        factory.getConnectorCustomizers().forEach(other -> other.customize(connector));
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        customizersOf(factory, protocol);
        factory.addAdditionalConnectors(connector);
        return protocol;
    }

    /** The factory knows of its customizers only that each fits some protocol. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void customizersOf(TomcatServletWebServerFactory factory, AbstractHttp11Protocol<?> protocol) {
        LambdaSafe.callbacks(
                        TomcatProtocolHandlerCustomizer.class,
                        (Collection) factory.getProtocolHandlerCustomizers(),
                        protocol)
                .invoke(customizer -> ((TomcatProtocolHandlerCustomizer) customizer).customize(protocol));
    }
}
