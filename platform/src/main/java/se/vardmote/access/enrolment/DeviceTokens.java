package se.vardmote.access.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AccessNews;
import se.vardmote.access.DeviceRevoked;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.Token;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.DeviceToken;
import se.vardmote.organisation.Devices;
import se.vardmote.platform.News;

/** Recognises devices by their tokens, and changes a token daily so that a copied one is found out. */
@Component
public class DeviceTokens {
    private static final Logger log = LoggerFactory.getLogger(DeviceTokens.class);
    private static final Duration ROTATE_AFTER = Duration.ofHours(24);
    private final Devices devices;
    private final TransactionTemplate transactions;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public DeviceTokens(
            Devices devices,
            TransactionTemplate transactions,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.devices = devices;
        this.transactions = transactions;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** A device that was recognised and, when it is time, the token that it is to carry from now on. */
    public record Recognised(
            EnrolledDevice device, @Nullable Token next) {}

    /** @param mayChange false where the answer cannot carry a cookie that the browser is sure to keep */
    public Optional<Recognised> recognise(Token shown, boolean mayChange) {
        return Objects.requireNonNull(transactions.execute(status -> recognised(shown, mayChange)));
    }

    /** In one transaction: a copied token revokes the device and takes its seats, or neither. */
    private Optional<Recognised> recognised(Token shown, boolean mayChange) {
        return switch (devices.holding(shown.hash())) {
            case DeviceToken.Unknown unknown -> Optional.empty();
            case DeviceToken.Copied(Device device) -> {
                log.warn("Device {} showed an old token and has been revoked", device.id());
                events.publishEvent(new DeviceRevoked(device.id()));
                news.tell(AccessNews.DEVICES_CHANGED, device.careProvider().toString());
                yield Optional.empty();
            }
            case DeviceToken.Previous(Device device, boolean answerLost) ->
                Optional.of(recognised(device, shown, mayChange && answerLost));
            case DeviceToken.Present(Device device, var since) -> {
                devices.seen(device.id());
                boolean old = clock.instant().isAfter(since.plus(ROTATE_AFTER));
                yield Optional.of(recognised(device, shown, mayChange && old));
            }
        };
    }

    private Recognised recognised(Device device, Token shown, boolean change) {
        var actor = new EnrolledDevice(device.id(), device.careProvider(), device.careUnit(), device.name());
        return new Recognised(actor, change ? changed(device, shown) : null);
    }

    private @Nullable Token changed(Device device, Token shown) {
        Token next = Token.fresh();
        boolean won = Boolean.TRUE.equals(
                transactions.execute(status -> devices.rotate(device.id(), shown.hash(), next.hash())));
        return won ? next : null;
    }
}
