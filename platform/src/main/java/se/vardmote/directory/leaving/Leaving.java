package se.vardmote.directory.leaving;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.organisation.leaving.OpenMatters.Act;
import se.vardmote.organisation.leaving.OpenMatters.Receiver;
import se.vardmote.organisation.leaving.OpenMatters.To;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.StaffId;

/**
 * What is open when a unit closes or somebody leaves. Each thing is handed to a unit or a person of the same care provider, or
 * ended; on record first. Nobody gives themselves anything in this way (ADR 10).
 */
@Component
public class Leaving {
    private static final String COMMISSION = "commission";
    /** What ties people to the unit, as told from what they do there. */
    static final Set<String> TIES = Set.of(COMMISSION, "assignment", "head");

    private final Supplier<Stream<OpenMatters>> kinds;
    private final Organisation organisation;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Leaving(
            ObjectProvider<OpenMatters> kinds,
            Organisation organisation,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.kinds = kinds::orderedStream;
        this.organisation = organisation;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whose open matters: a unit's or a person's. */
    public sealed interface Subject {
        record OfUnit(CareUnit unit) implements Subject {}

        record OfPerson(StaffId staff) implements Subject {}
    }

    /** Those of one kind. @param own those that an administrator of the care provider deals with; the others are only shown */
    public record Group(String word, To to, boolean mayEnd, List<OpenMatter> own, List<OpenMatter> others) {
        public int size() {
            return own.size() + others.size();
        }
    }

    /** What came of it: done, or the code of what stands in the way. */
    public enum Outcome {
        DONE,
        NOTHING_CHOSEN,
        UNKNOWN_UNIT,
        UNKNOWN_PERSON,
        /** Not licensed, or without a commission for care at the care provider. */
        NOT_A_PROFESSIONAL,
        YOURSELF,
        CANNOT_HAVE_IT,
        /** Commissions go last: without them nobody could open what is theirs. */
        THE_OTHERS_FIRST
    }

    /** What is open after a day, kind by kind; kinds without anything are left out. */
    public List<Group> open(SystemAdministrator by, Subject subject, LocalDate lastDay) {
        return kinds.get()
                .sorted(Comparator.comparing(OpenMatters::word))
                .map(kind -> group(by, kind, matters(kind, by, subject, lastDay)))
                .filter(group -> group.size() > 0)
                .toList();
    }

    private static List<OpenMatter> matters(
            OpenMatters kind, SystemAdministrator by, Subject subject, LocalDate lastDay) {
        return switch (subject) {
            case Subject.OfUnit(CareUnit unit) -> kind.at(unit, lastDay);
            case Subject.OfPerson(StaffId staff) -> kind.of(by.careProvider(), staff, lastDay);
        };
    }

    private static Group group(SystemAdministrator by, OpenMatters kind, List<OpenMatter> all) {
        Function<Boolean, List<OpenMatter>> those = own -> all.stream()
                .filter(matter -> matter.careProvider().equals(by.careProvider()) == own)
                .toList();
        return new Group(kind.word(), kind.to(), kind.mayEnd(), those.apply(true), those.apply(false));
    }

    private boolean othersOpen(SystemAdministrator by, Subject subject, LocalDate lastDay) {
        return open(by, subject, lastDay).stream().anyMatch(group -> !TIES.contains(group.word()));
    }

    /** @param receiver a unit's id, or a person's HSA-id, by the kind */
    public Outcome handOver(
            SystemAdministrator by,
            Subject subject,
            LocalDate lastDay,
            String word,
            Collection<UUID> chosen,
            String receiver) {
        OpenMatters kind = kind(word);
        List<OpenMatter> matters = chosen(by, kind, subject, lastDay, chosen);
        if (matters.isEmpty()) return Outcome.NOTHING_CHOSEN;
        if (COMMISSION.equals(word) && othersOpen(by, subject, lastDay)) return Outcome.THE_OTHERS_FIRST;
        return switch (kind.to()) {
            case UNIT -> toUnit(by, kind, matters, lastDay, receiver);
            case PROFESSIONAL -> toPerson(by, kind, matters, lastDay, receiver, true);
            case PERSON -> toPerson(by, kind, matters, lastDay, receiver, false);
            case NOBODY -> Outcome.CANNOT_HAVE_IT;
        };
    }

    public Outcome end(
            SystemAdministrator by, Subject subject, LocalDate lastDay, String word, Collection<UUID> chosen) {
        OpenMatters kind = kind(word);
        List<OpenMatter> matters = chosen(by, kind, subject, lastDay, chosen);
        if (matters.isEmpty() || !kind.mayEnd()) return Outcome.NOTHING_CHOSEN;
        if (COMMISSION.equals(word) && othersOpen(by, subject, lastDay)) return Outcome.THE_OTHERS_FIRST;
        if (mine(by, matters)) return Outcome.YOURSELF;
        note(by, "end", kind, matters);
        Act act = new Act(by.staff(), lastDay);
        transactions.executeWithoutResult(running -> matters.forEach(matter -> kind.end(matter, act)));
        return Outcome.DONE;
    }

    private Outcome toUnit(
            SystemAdministrator by, OpenMatters kind, List<OpenMatter> matters, LocalDate lastDay, String receiver) {
        Optional<CareUnit> unit = organisation.unitsOf(by.careProvider()).stream()
                .filter(one -> one.id().toString().equals(receiver) && one.openOn(lastDay.plusDays(1)))
                .findFirst();
        if (unit.isEmpty()) return Outcome.UNKNOWN_UNIT;
        if (mine(by, matters)) return Outcome.YOURSELF;
        return hand(by, kind, matters, lastDay, new Receiver(unit.get().id(), null));
    }

    private Outcome toPerson(
            SystemAdministrator by,
            OpenMatters kind,
            List<OpenMatter> matters,
            LocalDate lastDay,
            String receiver,
            boolean professional) {
        Staff staff = HsaId.parse(receiver)
                .asOptional()
                .flatMap(organisation::staffBy)
                .orElse(null);
        if (staff == null) return Outcome.UNKNOWN_PERSON;
        if (staff.id().equals(by.staff()) || mine(by, matters)) return Outcome.YOURSELF;
        CareUnitId at = post(by, staff, lastDay, matters.getFirst().unit());
        if (professional && (at == null || !staff.licensed())) return Outcome.NOT_A_PROFESSIONAL;
        return hand(by, kind, matters, lastDay, new Receiver(at, staff.id()));
    }

    /** Where somebody cares for patients at the care provider on the day after: there if that is one of their units, else anywhere. */
    private @Nullable CareUnitId post(
            SystemAdministrator by, Staff staff, LocalDate lastDay, @Nullable CareUnitId there) {
        List<CareUnitId> posts = organisation.atWorkOf(Set.of(staff.id()), lastDay.plusDays(1)).stream()
                .filter(work -> work.commission().isForCare()
                        && work.commission().careProvider().equals(by.careProvider()))
                .map(AtWork::unit)
                .map(CareUnit::id)
                .toList();
        if (there != null && posts.contains(there)) return there;
        return posts.isEmpty() ? null : posts.getFirst();
    }

    private Outcome hand(
            SystemAdministrator by, OpenMatters kind, List<OpenMatter> matters, LocalDate lastDay, Receiver to) {
        note(by, "hand-over", kind, matters);
        Act act = new Act(by.staff(), lastDay);
        return Boolean.TRUE.equals(transactions.execute(running -> {
                    boolean all = matters.stream().allMatch(matter -> kind.handOver(matter, to, act));
                    if (!all) running.setRollbackOnly();
                    return all;
                }))
                ? Outcome.DONE
                : Outcome.CANNOT_HAVE_IT;
    }

    private List<OpenMatter> chosen(
            SystemAdministrator by, OpenMatters kind, Subject subject, LocalDate lastDay, Collection<UUID> chosen) {
        return matters(kind, by, subject, lastDay).stream()
                .filter(matter -> matter.careProvider().equals(by.careProvider()) && chosen.contains(matter.id()))
                .toList();
    }

    private OpenMatters kind(String word) {
        return kinds.get()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing of that kind can be open"));
    }

    /** One's own commissions and headships are for another administrator. */
    private static boolean mine(SystemAdministrator by, List<OpenMatter> matters) {
        return matters.stream().anyMatch(matter -> by.staff().equals(matter.staff()));
    }

    private void note(SystemAdministrator by, String action, OpenMatters kind, List<OpenMatter> matters) {
        audit.record(matters.stream()
                .map(matter -> AuditedActor.of(by)
                        .on(AuditEvent.wrote(action, kind.word(), new Matter(matter.id())))
                        .of(matter.careProvider(), matter.unit())
                        .about(matter.client())
                        .at(clock.instant()))
                .toList());
    }

    /** The id of whatever it is, as the log names it. */
    private record Matter(UUID value) implements Identifier {}
}
