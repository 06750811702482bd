package se.vardmote.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.directory.leaving.NothingLeft;
import se.vardmote.directory.leaving.NothingLeft.Loss;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Person;
import se.vardmote.organisation.register.Units;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.StaffId;

/**
 * What an administrator may write: rows of the own care provider, and never about themselves, for that would be to give
 * oneself rights. Each write is on record, by ids only, before it is made.
 */
@Component
public class Directory {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Units units;
    private final People people;
    private final Engagements engagements;
    private final Qualifications qualifications;
    private final NothingLeft nothingLeft;
    private final Organisation organisation;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Directory(
            Units units,
            People people,
            Engagements engagements,
            Qualifications qualifications,
            NothingLeft nothingLeft,
            Organisation organisation,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.engagements = engagements;
        this.qualifications = qualifications;
        this.nothingLeft = nothingLeft;
        this.organisation = organisation;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The day in Sweden, by which commissions hold. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    /** @throws se.vardmote.platform.ProblemException {@link DirectoryProblem.NoSuchUnit} for another care provider's */
    public CareUnit unit(SystemAdministrator by, CareUnitId id) {
        return organisation
                .unit(id)
                .filter(unit -> unit.careProvider().equals(by.careProvider()))
                .orElseThrow(() -> new DirectoryProblem.NoSuchUnit().asException());
    }

    /** Somebody of the register. Whether the row is the own care provider's: {@link #keeps}. */
    public Person person(StaffId id) {
        return people.find(id).orElseThrow(() -> new DirectoryProblem.NoSuchPerson().asException());
    }

    public boolean keeps(SystemAdministrator by, Person person) {
        return person.keeper().equals(by.careProvider());
    }

    /** Shows the name of somebody with protected identity to the one who keeps the row; it is on record that it was read. */
    public void readProtected(SystemAdministrator by, Person person) {
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.read("staff", person.id()))
                .because("protected-identity")
                .at(clock.instant()));
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody has the HSA-id */
    public void add(SystemAdministrator by, CareUnit unit, @Nullable StaffId head) {
        owned(by, unit);
        notOneself(by, head);
        note(by, "add", "unit", unit.id());
        transactions.executeWithoutResult(running -> {
            units.add(unit);
            if (head != null) units.lead(unit, head);
        });
    }

    /** @throws se.vardmote.platform.ProblemException {@link DirectoryProblem.StillOpen} when it would close with something open */
    public void change(SystemAdministrator by, CareUnit unit, @Nullable StaffId head) {
        owned(by, unit(by, unit.id()));
        if (closing(by, unit, head).isPresent()) throw new DirectoryProblem.StillOpen().asException();
        Optional<StaffId> before = units.headOf(unit.id()).map(Units.Head::id);
        if (!Optional.ofNullable(head).equals(before)) notOneself(by, head);
        note(by, "change", "unit", unit.id());
        transactions.executeWithoutResult(running -> {
            units.change(unit);
            units.lead(unit, head);
        });
    }

    /** What keeps a unit from being written as it is to be: it closes with something open. */
    public Optional<Loss> closing(SystemAdministrator by, CareUnit unit, @Nullable StaffId head) {
        return nothingLeft.closing(by, unit(by, unit.id()), unit, head == null);
    }

    /** What keeps a commission from being written as it is to be: something is left that only it opens. */
    public Optional<Loss> ending(SystemAdministrator by, Commission commission) {
        List<Commission> now = engagements.commissionsOf(by.careProvider(), List.of(commission.staff()));
        return Optional.ofNullable(
                nothingLeft.ending(by, now, List.of(commission)).get(commission.id()));
    }

    /** The same for an assignment: something is left that neither another one nor a commission there goes on with. */
    public Optional<Loss> ending(SystemAdministrator by, Assignment assignment) {
        List<StaffId> staff = List.of(assignment.staff());
        List<Commission> commissions = engagements.commissionsOf(by.careProvider(), staff);
        List<Assignment> now = engagements.assignmentsOf(by.careProvider(), staff);
        return Optional.ofNullable(
                nothingLeft.ending(by, commissions, now, List.of(assignment)).get(assignment.id()));
    }

    /** Whether somebody may be written as they are to be: nothing is left that takes a licence where that is taken away. */
    public boolean mayBecome(SystemAdministrator by, Person person) {
        return nothingLeft.mayBecome(by, person(person.id()), person);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody has the HSA-id */
    public void add(SystemAdministrator by, Person person) {
        note(by, "add", "staff", person.id());
        people.add(person);
    }

    /** @throws se.vardmote.platform.ProblemException {@link DirectoryProblem.StillOpen} when it would take a licence that is needed */
    public void change(SystemAdministrator by, Person person) {
        own(by, person.id());
        if (!mayBecome(by, person)) throw new DirectoryProblem.StillOpen().asException();
        note(by, "change", "staff", person.id());
        people.change(person);
    }

    public void protect(SystemAdministrator by, StaffId id) {
        keptHere(by, id);
        note(by, "protect", "staff", id);
        people.protect(id);
    }

    /** @return false when the person is not protected, or somebody has asked already */
    public boolean askToUnprotect(SystemAdministrator by, StaffId id, String why) {
        own(by, id);
        var asked = new People.Asked(by.staff(), clock.instant(), why);
        return noted(by, "ask-to-unprotect", id, "not-to-ask", () -> people.askToUnprotect(id, asked));
    }

    /** What somebody has asked of a person's protection and nobody has agreed to yet. */
    public Optional<People.Asked> asked(StaffId id) {
        return people.asked(id, clock.instant());
    }

    /** @return whether somebody else had asked, not too long ago: it takes two */
    public boolean unprotect(SystemAdministrator by, StaffId id) {
        own(by, id);
        return noted(by, "unprotect", id, "takes-two-persons", () -> people.unprotect(id, by.staff(), clock.instant()));
    }

    public void keepProtected(SystemAdministrator by, StaffId id) {
        keptHere(by, id);
        note(by, "keep-protected", "staff", id);
        people.keepProtected(id);
    }

    public void keep(SystemAdministrator by, Commission commission) {
        notOneself(by, commission.staff());
        if (commission.careUnit() != null) unit(by, commission.careUnit());
        if (ending(by, commission).isPresent()) throw new DirectoryProblem.StillOpen().asException();
        note(by, "keep", "commission", commission.id());
        engagements.keep(commission);
    }

    public void keep(SystemAdministrator by, Assignment assignment) {
        notOneself(by, assignment.staff());
        unit(by, assignment.careUnit());
        if (ending(by, assignment).isPresent()) throw new DirectoryProblem.StillOpen().asException();
        note(by, "keep", "assignment", assignment.id());
        engagements.keep(assignment);
    }

    public void keep(SystemAdministrator by, StaffId staff, Qualification qualification) {
        notOneself(by, staff);
        note(by, "keep", "qualification", staff);
        qualifications.keep(by.careProvider(), staff, qualification);
    }

    private static void owned(SystemAdministrator by, CareUnit unit) {
        if (!unit.careProvider().equals(by.careProvider())) throw new DirectoryProblem.NoSuchUnit().asException();
    }

    private void own(SystemAdministrator by, StaffId id) {
        keptHere(by, id);
        notOneself(by, id);
    }

    private void keptHere(SystemAdministrator by, StaffId id) {
        if (!keeps(by, person(id))) throw new DirectoryProblem.NoSuchPerson().asException();
    }

    private static void notOneself(SystemAdministrator by, @Nullable StaffId staff) {
        if (by.staff().equals(staff)) throw new DirectoryProblem.NotYourself().asException();
    }

    /** Whether it may be is known when it is written, and on record before anybody else can see that it is. */
    private boolean noted(SystemAdministrator by, String action, StaffId id, String refusal, BooleanSupplier write) {
        return Objects.requireNonNull(transactions.execute(running -> {
            boolean may = write.getAsBoolean();
            var event = AuditedActor.of(by).on(AuditEvent.wrote(action, "staff", id));
            audit.record((may ? event : event.refused(refusal)).at(clock.instant()));
            return may;
        }));
    }

    private void note(SystemAdministrator by, String action, String type, Identifier id) {
        audit.record(AuditedActor.of(by).on(AuditEvent.wrote(action, type, id)).at(clock.instant()));
    }
}
