package se.vardmote.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.audit.Accessed;
import se.vardmote.audit.Activity;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.audit.AuditTrail;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.PersonId;

/** The extract that a patient has a right to (patientdatalagen 8:5, HSLF-FS 2016:40 chapter 4). */
@Component
public class Extracting {
    /** Rows of one extract: thirty closely printed pages. */
    static final int MOST = 1_500;

    private final AuditTrail trail;
    private final AuditLog audit;
    private final Clients clients;
    private final Organisation organisation;
    private final Clock clock;

    Extracting(AuditTrail trail, AuditLog audit, Clients clients, Organisation organisation, Clock clock) {
        this.trail = trail;
        this.audit = audit;
        this.clients = clients;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * The extract for somebody whom the care provider knows by one of these identities. That it was asked for, and whether
     * for somebody known, is written to the log first.
     */
    public Optional<LogExtract> of(
            Actor by, CareProviderId careProvider, List<PersonId> identities, LogExtract.Ground ground) {
        Instant now = clock.instant();
        Optional<Client> client = clients.withIdentity(careProvider, identities);
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.did(Activity.PRINT, "extract", "access-log", null))
                .about(client.map(Client::id).orElse(null))
                .because("asked-by-" + ground.name().toLowerCase(Locale.ROOT))
                .at(now));
        return client.map(known -> extract(known, now));
    }

    /** Up to the moment it is made: this making of it is not yet in it. */
    private LogExtract extract(Client client, Instant before) {
        List<Accessed> all = trail.ofClient(client.careProvider(), client.id(), before, MOST + 1);
        List<Accessed> shown = all.subList(0, Math.min(MOST, all.size()));
        Map<CommissionId, Commission> posts = organisation.commissions(shown.stream()
                .map(Accessed::commission)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<CareUnitId, String> names = organisation.unitNames(shown.stream()
                .flatMap(each -> Stream.ofNullable(unit(each, posts)))
                .collect(Collectors.toSet()));
        return new LogExtract(
                client.identity().display(),
                organisation
                        .provider(client.careProvider())
                        .map(CareProvider::name)
                        .orElse(""),
                shown.stream()
                        .map(each -> new LogExtract.Row(
                                name(unit(each, posts), names),
                                each.activity(),
                                each.at(),
                                AccessGround.of(each.ground()).orElse(null)))
                        .toList(),
                all.size() <= MOST);
    }

    /** Where they worked who did it; of a device, and of a commission without a unit, where the event says. */
    private static @Nullable CareUnitId unit(Accessed each, Map<CommissionId, Commission> posts) {
        Commission post = each.commission() == null ? null : posts.get(each.commission());
        return post == null || post.careUnit() == null ? each.unit() : post.careUnit();
    }

    private static String name(@Nullable CareUnitId unit, Map<CareUnitId, String> names) {
        return unit == null ? "" : names.getOrDefault(unit, "");
    }
}
