package se.vardmote.access.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AccessNews;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.DeviceRevoked;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.Token;
import se.vardmote.access.codes.Place;
import se.vardmote.access.codes.ShortCode;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Stock;
import se.vardmote.platform.News;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Parsed;

/**
 * Enrols shared devices. The administrator makes a code, it is typed on the device, both screens show the same three
 * words, the administrator confirms. Without the words, whoever saw the code first would have the device's rights.
 */
@Component
public class Enrolment {
    /** How long the administrator may take to compare the words. */
    public static final Duration PATIENCE = Pairings.LIFE;

    /** Why a device is revoked that nobody finds. */
    public static final String LOST = "lost";

    private final Devices devices;
    private final Stock stock;
    private final Pairings pairings;
    private final TransactionTemplate transactions;
    private final News news;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    public Enrolment(
            Devices devices,
            Stock stock,
            Pairings pairings,
            TransactionTemplate transactions,
            News news,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.devices = devices;
        this.stock = stock;
        this.pairings = pairings;
        this.transactions = transactions;
        this.news = news;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A right code: {@code token} goes to the browser that typed it, the words onto its screen. */
    public record Typed(Token token, String device, List<String> words) {}

    /** Adds a device that is still to be paired. */
    public DeviceId add(SystemAdministrator by, CareUnit unit, String name, String area) {
        if (!unit.careProvider().equals(by.careProvider()))
            throw new ProblemException(new AccessProblem.NoSuchDevice());
        DeviceId id = DeviceId.next();
        note(by, "add", id);
        changing(unit.careProvider(), () -> devices.keep(unit.careProvider(), id, unit.id(), name, area));
        return id;
    }

    /** A new code for a device; a device in use goes on until another has been paired in its place. */
    public void newCode(SystemAdministrator by, DeviceId id) {
        Device device = own(by, id);
        if (device.revoked()) throw new ProblemException(new AccessProblem.DeviceRevoked());
        note(by, "show-code", id);
        changing(by.careProvider(), () -> pairings.begin(id, by.careProvider()));
    }

    public Map<DeviceId, Pairing> underWay(CareProviderId provider) {
        return pairings.of(provider);
    }

    /**
     * The code as typed on the device.
     *
     * @return refused with {@code code-missing}, {@code code-wrong} (which of wrong, used, locked and too old is not said) or,
     *     after too many from that place, {@code code-locked}
     */
    public Parsed<Typed> type(String typed, String address) {
        return switch (ShortCode.parse(typed)) {
            case Parsed.Refused<ShortCode>(String reason) -> Parsed.refused(reason);
            case Parsed.Valid<ShortCode>(ShortCode code) -> claim(code, Place.of(address));
        };
    }

    /**
     * "Orden stämmer".
     *
     * @return false when there is nothing to confirm: not typed yet, or too old
     */
    public boolean confirm(SystemAdministrator by, DeviceId id) {
        own(by, id);
        note(by, "confirm", id);
        boolean confirmed = pairings.confirm(id, by.careProvider());
        if (confirmed) news.tell(AccessNews.DEVICES_CHANGED, by.careProvider().toString());
        return confirmed;
    }

    /** What the browser that typed the code waits for. */
    public Optional<Claim> claimOf(Token token) {
        return pairings.claimOf(token.hash());
    }

    public String nameOf(Claim claim) {
        return devices.find(claim.careProvider(), claim.device())
                .map(Device::name)
                .orElse("");
    }

    /**
     * Gives a confirmed device its token. Asked again with the same claim it gives another: the answer may have been
     * lost on the way.
     */
    public Optional<Token> complete(Claim claim) {
        if (!claim.confirmed()) return Optional.empty();
        Token token = Token.fresh();
        boolean enrolled =
                Boolean.TRUE.equals(transactions.execute(status -> devices.enrol(claim.device(), token.hash())));
        if (!enrolled) return Optional.empty();
        news.tell(AccessNews.DEVICES_CHANGED, claim.careProvider().toString());
        return Optional.of(token);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another device has the number */
    public void describe(SystemAdministrator by, Stock.Item item) {
        own(by, item.device());
        note(by, "describe", item.device());
        stock.keep(by.careProvider(), item);
    }

    /**
     * A device as a list of the stock has it.
     *
     * @param lost opens nothing from now on
     */
    public record Listed(CareUnitId unit, String name, String area, Stock.Item item, boolean lost) {}

    /**
     * Adds a device that is still to be paired, or changes the one of that id. Call in a transaction, and put it on record first.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another device has the number
     */
    public void keep(CareProviderId provider, Listed listed) {
        DeviceId id = listed.item().device();
        devices.keep(provider, id, listed.unit(), listed.name(), listed.area());
        stock.keep(provider, listed.item());
        if (listed.lost()) block(id, LOST);
        news.tell(AccessNews.DEVICES_CHANGED, provider.toString());
    }

    /** Lost, stolen or handed back: from now on the device opens nothing. */
    public void revoke(SystemAdministrator by, DeviceId id, String why) {
        own(by, id);
        note(by, "revoke", id);
        changing(by.careProvider(), () -> block(id, why));
    }

    private void block(DeviceId id, String why) {
        pairings.forget(id);
        if (devices.revoke(id, why)) events.publishEvent(new DeviceRevoked(id));
    }

    private Parsed<Typed> claim(ShortCode code, Place from) {
        Token token = Token.fresh();
        List<String> words = Words.three();
        if (pairings.claim(code, from, token, words) instanceof Parsed.Refused<DeviceId>(String reason))
            return Parsed.refused(reason);
        Claim claim = pairings.claimOf(token.hash()).orElseThrow();
        news.tell(AccessNews.DEVICES_CHANGED, claim.careProvider().toString());
        return Parsed.valid(new Typed(token, nameOf(claim), words));
    }

    private void note(SystemAdministrator by, String action, DeviceId id) {
        audit.record(
                AuditedActor.of(by).on(AuditEvent.wrote(action, "device", id)).at(clock.instant()));
    }

    private Device own(SystemAdministrator by, DeviceId id) {
        return devices.find(by.careProvider(), id)
                .orElseThrow(() -> new ProblemException(new AccessProblem.NoSuchDevice()));
    }

    private void changing(CareProviderId provider, Runnable change) {
        transactions.executeWithoutResult(status -> {
            change.run();
            news.tell(AccessNews.DEVICES_CHANGED, provider.toString());
        });
    }
}
