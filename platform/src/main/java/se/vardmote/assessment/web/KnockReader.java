package se.vardmote.assessment.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.KnockReading;
import se.vardmote.assessment.StaffRole;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.ReserveIssuer;
import se.vardmote.vocabulary.UnknownIdentity;

/** Reads a knock form field by field, so that every wrong field is named at once (R0-51..R0-54). */
final class KnockReader {
    private final KnockForm form;
    private final LocalDate today;
    private final List<String> choices;
    private final List<Staff> colleagues;
    private final List<CallReason> offered;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private KnockReader(
            KnockForm form, LocalDate today, List<String> choices, List<Staff> colleagues, List<CallReason> offered) {
        this.form = form;
        this.today = today;
        this.choices = choices;
        this.colleagues = colleagues;
        this.offered = offered;
    }

    /**
     * @param today in Europe/Stockholm
     * @param choices whom one can reach now; empty when that decides nothing
     * @param colleagues whom the care worker may have agreed with
     * @param offered the reasons that whoever is sought takes
     */
    static KnockReading read(
            KnockForm form, LocalDate today, List<String> choices, List<Staff> colleagues, List<CallReason> offered) {
        return new KnockReader(form, today, choices, colleagues, offered).read();
    }

    private KnockReading read() {
        CallReason reason = reason();
        // Who answered when the page was opened may have gone off duty since.
        if (!choices.isEmpty() && !choices.contains(form.wanted()))
            refuse("wanted", form.wanted().isEmpty() ? "missing" : "closed");
        PersonName patientName = field("patientName", PersonName.parse(form.patientName()));
        Identity identity = identity();
        PersonName staffName = field("staffName", PersonName.parse(form.staffName()));
        PhoneNumber phone = field("staffPhone", PhoneNumber.parse(form.staffPhone()));
        Profession profession = StaffRole.read(form.staffRole(), errors);
        Knock.Agreement agreement = agreement();
        UUID key = key();
        if (!errors.isEmpty()
                || key == null
                || reason == null
                || patientName == null
                || identity == null
                || staffName == null
                || phone == null
                || agreement == null) {
            return new KnockReading.Refused(errors);
        }
        return new KnockReading.Read(new Knock(
                key,
                staffName,
                phone,
                profession,
                patientName,
                identity.id(),
                identity.note(),
                reason,
                agreement,
                null,
                form.protectedIdentity().equals("yes")));
    }

    private record Identity(PersonId id, @Nullable String note) {}

    private @Nullable Identity identity() {
        return switch (form.identityKind()) {
            case "personal" -> number("identityNumber", PersonId.parse(form.identityNumber(), today), null);
            case "reserve" -> reserve();
            case "unknown" -> {
                UnknownIdentity unknown = field("unknownWhy", UnknownIdentity.parse(form.unknownWhy()));
                yield unknown == null ? null : new Identity(unknown.id(), unknown.why());
            }
            default -> refuse("identityKind", "choice-missing");
        };
    }

    private @Nullable Identity reserve() {
        Optional<ReserveIssuer> issuer = named(ReserveIssuer.values(), form.reserveRegion());
        if (issuer.isEmpty()) return refuse("reserveRegion", "missing");
        return number(
                "reserveNumber",
                PersonId.parseReserve(issuer.get(), form.reserveNumber(), today),
                issuer.get().name());
    }

    private @Nullable Identity number(String name, Parsed<PersonId> parsed, @Nullable String note) {
        PersonId id = field(name, parsed);
        return id == null ? null : new Identity(id, note);
    }

    private @Nullable CallReason reason() {
        CallReason reason = named(CallReason.values(), form.reason()).orElseGet(() -> refuse("reason", "missing"));
        return reason == null || offered.contains(reason) ? reason : refuse("reason", "not-offered");
    }

    private Knock.@Nullable Agreement agreement() {
        if (form.spokenWith().equals("other")) {
            PersonName name = field("spokenWithName", PersonName.parse(form.spokenWithName()));
            return name == null ? null : new Knock.Agreement(null, name.value());
        }
        return colleagues.stream()
                .filter(staff -> staff.id().toString().equals(form.spokenWith()))
                .findFirst()
                .map(staff -> new Knock.Agreement(staff.id(), staff.name()))
                .orElseGet(() -> refuse("spokenWith", "missing"));
    }

    /** A form without its key was not made by us: a new one then, which only costs the double tap's protection. */
    private @Nullable UUID key() {
        try {
            return UUID.fromString(form.knock());
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
        return List.of(values).stream()
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
