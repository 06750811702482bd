package se.vardmote.assessment.planned.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Token;
import se.vardmote.assessment.Doors;
import se.vardmote.assessment.StaffRole;
import se.vardmote.assessment.planned.Arrivals;
import se.vardmote.assessment.planned.Arrivals.Answer;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;

/**
 * Coming to what is planned, at a device of the unit or with six digits. Each step shows the number again: nothing is kept
 * between them, and nothing of the patient is in an address.
 */
@Controller
class ArrivalController {
    private static final Duration SEAT_LIFE = Duration.ofHours(24);
    private final Arrivals arrivals;
    private final Organisation organisation;
    private final Doors doors;

    ArrivalController(Arrivals arrivals, Organisation organisation, Doors doors) {
        this.arrivals = arrivals;
        this.organisation = organisation;
        this.doors = doors;
    }

    /** As sent; absent fields are empty. */
    record ArrivalForm(String code, String identityNumber, String staffName, String staffPhone, String staffRole) {
        ArrivalForm {
            code = Objects.requireNonNullElse(code, "");
            identityNumber = Objects.requireNonNullElse(identityNumber, "");
            staffName = Objects.requireNonNullElse(staffName, "");
            staffPhone = Objects.requireNonNullElse(staffPhone, "");
            staffRole = Objects.requireNonNullElse(staffRole, "");
        }

        @Override
        public String toString() {
            return "ArrivalForm[]";
        }
    }

    /** Where somebody comes from. @param device and {@code planned} null for a code */
    private record From(@Nullable EnrolledDevice device, ArrivalPage.Way way, ArrivalPage.@Nullable Planned planned) {}

    @GetMapping("/bedomningssamtal/planerat/{call}")
    ModelAndView open(EnrolledDevice device, @PathVariable("call") String id) {
        return page(from(device, PlannedCallId.of(id)), empty(), null, Map.of(), null);
    }

    @PostMapping("/bedomningssamtal/planerat/{call}")
    ModelAndView identify(EnrolledDevice device, @PathVariable("call") String id, @ModelAttribute ArrivalForm form) {
        PlannedCallId call = PlannedCallId.of(id);
        return identified(from(device, call), form, arrivals.identify(device, call, form.identityNumber()));
    }

    @PostMapping("/bedomningssamtal/planerat/{call}/knacka")
    ModelAndView knock(
            EnrolledDevice device,
            @PathVariable("call") String id,
            @ModelAttribute ArrivalForm form,
            HttpServletResponse response) {
        PlannedCallId call = PlannedCallId.of(id);
        return come(from(device, call), form, arrivals.identify(device, call, form.identityNumber()), response);
    }

    @PostMapping("/bedomningssamtal/kod/person")
    ModelAndView identifyByCode(@ModelAttribute ArrivalForm form, HttpServletRequest request) {
        return identified(byCode(), form, byCode(form, request));
    }

    @PostMapping("/bedomningssamtal/kod/knacka")
    ModelAndView knockByCode(
            @ModelAttribute ArrivalForm form, HttpServletRequest request, HttpServletResponse response) {
        return come(byCode(), form, byCode(form, request), response);
    }

    private Answer byCode(ArrivalForm form, HttpServletRequest request) {
        return arrivals.identify(form.code(), form.identityNumber(), request.getRemoteAddr());
    }

    private ModelAndView identified(From from, ArrivalForm form, Answer answer) {
        return switch (answer) {
            case Answer.Known known -> page(from, prefilled(form, known.call()), known.call(), Map.of(), null);
            case Answer.Wrong wrong -> page(from, form, null, Map.of("identityNumber", wrong(from)), null);
            case Answer.TooMany tooMany -> page(from, form, null, Map.of("identityNumber", "code-locked"), null);
            case Answer.Locked(Instant until) -> page(from, form, null, Map.of("identityNumber", "locked"), until);
        };
    }

    private ModelAndView come(From from, ArrivalForm form, Answer answer, HttpServletResponse response) {
        if (!(answer instanceof Answer.Known known)) return identified(from, form, answer);
        Map<String, String> errors = new LinkedHashMap<>();
        Arrivals.Present present = present(form, errors);
        if (present == null) return page(from, form, known.call(), errors, null);
        Optional<Token> seat = arrivals.come(known, present, from.device());
        seat.ifPresent(token -> HostCookie.SEAT.give(response, token, SEAT_LIFE));
        return SeeOther.to(seat.isPresent() ? "/samtal" : "/hej-da?varfor=ended");
    }

    private static Arrivals.@Nullable Present present(ArrivalForm form, Map<String, String> errors) {
        Parsed<PersonName> name = PersonName.parse(form.staffName());
        Parsed<PhoneNumber> phone = PhoneNumber.parse(form.staffPhone());
        if (name instanceof Parsed.Refused<PersonName>(String reason)) errors.put("staffName", reason);
        if (phone instanceof Parsed.Refused<PhoneNumber>(String reason)) errors.put("staffPhone", reason);
        Profession profession = StaffRole.read(form.staffRole(), errors);
        return errors.isEmpty() ? new Arrivals.Present(name.orElseThrow(), phone.orElseThrow(), profession) : null;
    }

    private static String wrong(From from) {
        return from.device() == null ? "wrong-code" : "wrong";
    }

    private From from(EnrolledDevice device, PlannedCallId id) {
        PlannedCall call = arrivals.onDevice(device, id);
        String here = "/bedomningssamtal/planerat/" + id;
        return organisation
                .staff(call.staff())
                .map(staff -> new From(
                        device,
                        new ArrivalPage.Way(here, here + "/knacka"),
                        new ArrivalPage.Planned(
                                call.at(),
                                call.name(),
                                staff.name(),
                                staff.profession().name())))
                .orElseThrow();
    }

    private static From byCode() {
        return new From(null, ArrivalPage.BY_CODE, null);
    }

    private static ArrivalForm empty() {
        return new ArrivalForm("", "", "", "", "");
    }

    private static ArrivalForm prefilled(ArrivalForm form, PlannedCall call) {
        return new ArrivalForm(
                form.code(),
                form.identityNumber(),
                call.typed().staffName(),
                call.typed().staffPhone().display(),
                call.profession() == null ? "" : call.profession().name());
    }

    private ModelAndView page(
            From from,
            ArrivalForm form,
            @Nullable PlannedCall known,
            Map<String, String> errors,
            @Nullable Instant lockedUntil) {
        return new ArrivalPage(
                        from.way(),
                        from.planned(),
                        form.code(),
                        form.identityNumber(),
                        known == null ? null : patient(known, form),
                        errors,
                        lockedUntil,
                        numbers(from, known))
                .view();
    }

    private ArrivalPage.Patient patient(PlannedCall call, ArrivalForm form) {
        return new ArrivalPage.Patient(
                call.shownName(),
                call.reason().name(),
                organisation.staff(call.staff()).orElseThrow().name(),
                form.staffName(),
                form.staffPhone(),
                form.staffRole(),
                StaffRole.LICENSED);
    }

    /** Whom to ring instead; to a stranger, everybody who answers. */
    private List<ArrivalPage.Number> numbers(From from, @Nullable PlannedCall known) {
        List<CareUnit> units = known != null
                ? organisation.unit(known.receivingUnit()).stream().toList()
                : from.device() != null ? doors.receiversFrom(from.device()) : doors.receivers();
        return units.stream()
                .map(unit ->
                        new ArrivalPage.Number(unit.name(), unit.numberToRing().e164()))
                .toList();
    }
}
