package se.vardmote.accesslog;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.audit.Accessed;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.audit.AuditTrail;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.StaffNames;
import se.vardmote.organisation.Surnames;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.LogReviewId;
import se.vardmote.vocabulary.StaffId;

/**
 * The head of a unit reviews what its staff have read: systematically and again and again (patientdatalagen 4:3), and
 * documented (HSLF-FS 2016:40 chapter 4).
 */
@Component
public class Reviewing {
    /** A longer time is more than anybody reviews with care. */
    public static final int MOST_DAYS = 31;

    /** Readings that one review looks through. */
    static final int MOST_READINGS = 50_000;

    private final LogReviews reviews;
    private final AuditTrail trail;
    private final AuditLog audit;
    private final CareAccess access;
    private final Organisation organisation;
    private final StaffNames staff;
    private final Clients clients;
    private final StatedGrounds grounds;
    private final DutyRules duty;
    private final WhatUnitsReview decisions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Reviewing(
            LogReviews reviews,
            AuditTrail trail,
            AuditLog audit,
            CareAccess access,
            Organisation organisation,
            StaffNames staff,
            Clients clients,
            StatedGrounds grounds,
            DutyRules duty,
            WhatUnitsReview decisions,
            TransactionTemplate transaction,
            Clock clock) {
        this.reviews = reviews;
        this.trail = trail;
        this.audit = audit;
        this.access = access;
        this.organisation = organisation;
        this.staff = staff;
        this.clients = clients;
        this.grounds = grounds;
        this.duty = duty;
        this.decisions = decisions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A review and what it shows. The names are those that the head may see now: the alias of somebody protected. */
    public record Shown(
            LogReview review,
            List<Pick> picks,
            Map<StaffId, String> staff,
            Map<ClientId, String> patients,
            List<StatedGround> stated) {
        /** Who read; of somebody who is not in the register, as the log says. */
        public String reader(Accessed reading) {
            String kept = Objects.requireNonNullElse(reading.actorName(), "");
            StaffId reader = reading.staff();
            return reader == null ? kept : staff.getOrDefault(reader, kept);
        }

        /** Why, in the words of the reader, something was read on another ground; empty when nothing was stated. */
        public Optional<String> reason(Accessed reading) {
            CommissionId commission = reading.commission();
            ClientId client = reading.client();
            if (commission == null || client == null) return Optional.empty();
            return stated.stream()
                    .filter(one -> one.ground().word().equals(reading.ground()))
                    .filter(one -> one.covered(commission, client, reading.at()))
                    .map(StatedGround::reason)
                    .findFirst();
        }

        @Override
        public String toString() {
            return "Shown[" + review.id() + "]";
        }
    }

    public List<LogReview> of(StaffMember head) {
        return reviews.of(head.careProvider(), head.unit());
    }

    /**
     * Picks out what the unit's staff have read on some days that are over.
     *
     * @return empty when there is more than a review can look through
     */
    public Optional<LogReviewId> begin(StaffMember head, LocalDate first, LocalDate last) {
        List<Accessed> readings = trail.readUnder(
                organisation.commissionsEverAt(head.careProvider(), head.unit()),
                midnight(first),
                midnight(last.plusDays(1)),
                MOST_READINGS + 1);
        if (readings.size() > MOST_READINGS) return Optional.empty();
        LogReview review = new LogReview(
                LogReviewId.next(),
                head.careProvider(),
                head.unit(),
                first,
                last,
                random.nextLong(),
                decisions.limits(head.unit()),
                readings.size(),
                clock.instant(),
                head.name(),
                null);
        record(head, AuditEvent.wrote("begin", "log-review", review.id()));
        List<Pick> picks = select(review, readings);
        transaction.executeWithoutResult(
                status -> reviews.add(review, head.staff().value(), picks));
        return Optional.of(review.id());
    }

    /** Written to the log before it is shown: of each patient, that the head has seen them in the review. */
    public Shown show(StaffMember head, LogReviewId id) {
        LogReview review = require(head, id);
        List<Pick> picks = reviews.picks(review);
        Set<ClientId> seen = patientsIn(picks.stream().map(Pick::reading));
        record(head, AuditEvent.read("log-review", id));
        audit.record(seen.stream()
                .map(client -> event(head, AuditEvent.read("log-review", id).about(client)))
                .toList());
        return new Shown(
                review,
                picks,
                staff.shown(staffIn(picks.stream().map(Pick::reading))),
                names(review.careProvider(), seen),
                stated(picks, seen));
    }

    private List<StatedGround> stated(List<Pick> picks, Set<ClientId> seen) {
        Set<CommissionId> commissions = picks.stream()
                .map(pick -> pick.reading().commission())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return grounds.stated(commissions, seen);
    }

    /** The first conclusion stays; a second is not taken. */
    public void conclude(StaffMember head, LogReviewId id, LogReview.Outcome outcome, String words) {
        LogReview review = require(head, id);
        record(head, AuditEvent.wrote("conclude", "log-review", id));
        reviews.conclude(
                review, head.staff().value(), new LogReview.Conclusion(outcome, words, clock.instant(), head.name()));
    }

    /** What the review picks of some readings, by its own seed and limits. */
    List<Pick> select(LogReview review, List<Accessed> readings) {
        Set<ClientId> seen = patientsIn(readings.stream());
        Map<ClientId, String> names = clients.all(review.careProvider(), seen).stream()
                .collect(Collectors.toMap(Client::id, client -> client.name().value()));
        Set<ClientId> hidden = clients.protectedAmong(seen);
        Surnames surnames = staff.surnames(staffIn(readings.stream()));
        return new Selection(review.limits(), review.seed(), onDuty(review.unit()), new Selection.Known() {
                    @Override
                    public boolean isProtected(ClientId client) {
                        return hidden.contains(client);
                    }

                    @Override
                    public @Nullable String name(ClientId client) {
                        return names.get(client);
                    }

                    @Override
                    public Surnames surnames() {
                        return surnames;
                    }
                })
                .of(readings);
    }

    private Predicate<Instant> onDuty(CareUnitId unit) {
        return duty.answering(unit);
    }

    private LogReview require(StaffMember head, LogReviewId id) {
        access.require(head, "log-review", id);
        return reviews.find(head.careProvider(), id).orElseThrow();
    }

    private Map<ClientId, String> names(CareProviderId careProvider, Collection<ClientId> some) {
        return clients.all(careProvider, some).stream()
                .collect(Collectors.toMap(Client::id, client -> client.shown().name()));
    }

    private static Set<ClientId> patientsIn(Stream<Accessed> readings) {
        return readings.map(Accessed::client).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Set<StaffId> staffIn(Stream<Accessed> readings) {
        return readings.map(Accessed::staff).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private void record(StaffMember head, AuditEventBuilder builder) {
        audit.record(event(head, builder));
    }

    private AuditEvent event(StaffMember head, AuditEventBuilder builder) {
        return AuditedActor.of(head).on(builder).at(clock.instant());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Limits.SWEDEN).toInstant();
    }
}
