package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.assessment.StaffRole;
import se.vardmote.assessment.UnitSettings;
import se.vardmote.assessment.planned.CallingUnits.Professional;
import se.vardmote.assessment.planned.Plan;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.assessment.planned.Repetition;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.ReserveIssuer;

/** Reads a plan field by field, so that every wrong field is named at once. */
final class PlanReader {
    /**
     * What may be chosen by whoever plans.
     *
     * @param homeUnit the device's own; null when the professional chooses one
     * @param receiving the professional's unit; null while a care worker has not chosen the professional
     */
    record Choices(
            @Nullable CareUnitId homeUnit,
            List<CareUnit> homeUnits,
            List<Professional> professionals,
            @Nullable CareUnitId receiving) {

        /** The unit of the professional who is chosen; before that, every one that may be. */
        Set<CareUnitId> receivingOf(@Nullable Professional with) {
            if (receiving != null) return Set.of(receiving);
            return with == null
                    ? professionals.stream().map(one -> one.receiving().id()).collect(Collectors.toSet())
                    : Set.of(with.receiving().id());
        }
    }

    private static final String BY_CODE = "code";
    private static final int DAYS_A_WEEK = 7;
    private final PlanKind kind;
    private final PlanForm form;
    private final Choices choices;
    private final UnitSettings settings;
    private final Instant now;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private PlanReader(PlanKind kind, PlanForm form, Choices choices, UnitSettings settings, Instant now) {
        this.kind = kind;
        this.form = form;
        this.choices = choices;
        this.settings = settings;
        this.now = now;
    }

    static PlanReading read(PlanKind kind, PlanForm form, Choices choices, UnitSettings settings, Instant now) {
        return new PlanReader(kind, form, choices, settings, now).read();
    }

    private PlanReading read() {
        CareUnitId homeUnit = homeUnit();
        Professional with = kind.byProfessional() ? null : professional();
        PersonName patientName = field("patientName", PersonName.parse(form.patientName()));
        PersonId patient = identity();
        Set<PlannedCall.Purpose> purposes = purposes();
        CallReason reason = reason(with);
        PersonName staffName = field("staffName", PersonName.parse(form.staffName()));
        PhoneNumber phone = field("staffPhone", PhoneNumber.parse(form.staffPhone()));
        Profession profession = StaffRole.read(form.staffRole(), errors);
        var channel = named(PlannedCall.Channel.values(), form.channel()).orElseGet(() -> refuse("channel", "missing"));
        List<Instant> times = kind.ahead() ? times(with) : List.of(now);
        if (!errors.isEmpty()
                || patientName == null
                || patient == null
                || reason == null
                || staffName == null
                || phone == null
                || channel == null) return new PlanReading.Refused(errors);
        return new PlanReading.Read(
                new Plan(
                        key(),
                        homeUnit,
                        patientName,
                        patient,
                        form.protectedIdentity().equals("yes"),
                        purposes,
                        reason,
                        staffName,
                        phone,
                        profession,
                        channel,
                        times),
                with);
    }

    private @Nullable CareUnitId homeUnit() {
        if (choices.homeUnit() != null) return choices.homeUnit();
        if (form.homeUnit().equals(BY_CODE)) return null;
        return choices.homeUnits().stream()
                .map(CareUnit::id)
                .filter(unit -> unit.toString().equals(form.homeUnit()))
                .findFirst()
                .orElseGet(() -> refuse("homeUnit", "missing"));
    }

    private @Nullable Professional professional() {
        return choices.professionals().stream()
                .filter(one -> one.staff().id().toString().equals(form.professional()))
                .findFirst()
                .orElseGet(() -> refuse("professional", "missing"));
    }

    /** Somebody whom nobody has identified cannot be planned for: the number is what opens the call. */
    private @Nullable PersonId identity() {
        LocalDate today = LocalDate.ofInstant(now, PlannedTime.SWEDEN);
        if (form.reserveRegion().isEmpty())
            return field("identityNumber", PersonId.parse(form.identityNumber(), today));
        return named(ReserveIssuer.values(), form.reserveRegion())
                .map(issuer -> field("identityNumber", PersonId.parseReserve(issuer, form.identityNumber(), today)))
                .orElseGet(() -> refuse("reserveRegion", "missing"));
    }

    private Set<PlannedCall.Purpose> purposes() {
        Set<PlannedCall.Purpose> purposes = form.purposes().stream()
                .flatMap(name -> named(PlannedCall.Purpose.values(), name).stream())
                .collect(Collectors.toSet());
        if (purposes.isEmpty()) refuse("purposes", "missing");
        return purposes;
    }

    private @Nullable CallReason reason(@Nullable Professional with) {
        CallReason reason = named(CallReason.values(), form.reason()).orElseGet(() -> refuse("reason", "missing"));
        boolean offered =
                reason == null || settings.offeredBy(choices.receivingOf(with)).contains(reason);
        return offered ? reason : refuse("reason", "not-offered");
    }

    private List<Instant> times(@Nullable Professional with) {
        LocalDateTime first = PlannedTime.read(form.date(), form.time(), now, errors);
        if (first != null && with != null && tooSoon(first, with)) return refusedTimes();
        Optional<Repetition> series = kind.byProfessional() ? repetition() : Optional.of(Repetition.NONE);
        if (first == null) return List.of();
        return series.map(repetition -> repetition.from(first)).orElse(List.of());
    }

    /** A professional is told in time: so long ahead as their unit has decided. */
    private boolean tooSoon(LocalDateTime first, Professional with) {
        Instant at = first.atZone(PlannedTime.SWEDEN).toInstant();
        return at.isBefore(now.plus(settings.notice(with.receiving().id())));
    }

    private List<Instant> refusedTimes() {
        errors.put("time", "too-soon");
        return List.of();
    }

    private Optional<Repetition> repetition() {
        int times = number(form.times(), 1);
        if (times < 1 || times > Repetition.MOST_TIMES) errors.put("times", "range");
        if (times == 1) return Optional.of(Repetition.NONE);
        int every = number(form.every(), 1);
        int days = form.unit().equals("DAY") ? every : every * DAYS_A_WEEK;
        if (every < 1 || days > Repetition.MOST_DAYS) errors.put("every", "range");
        if (errors.containsKey("times") || errors.containsKey("every")) return Optional.empty();
        return Optional.of(new Repetition(Period.ofDays(days), times));
    }

    /** What is no number is out of every range. */
    private static int number(String typed, int otherwise) {
        if (typed.isEmpty()) return otherwise;
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1;
    }

    /** A form without its key was not made by us: a new one then, which only costs the double tap's protection. */
    private UUID key() {
        try {
            return UUID.fromString(form.plan());
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private <T> @Nullable T field(String name, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Refused<T>(String reason) -> refuse(name, reason);
        };
    }

    private <T> @Nullable T refuse(String name, String code) {
        errors.put(name, code);
        return null;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
