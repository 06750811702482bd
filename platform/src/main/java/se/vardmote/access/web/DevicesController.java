package se.vardmote.access.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Sessions;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.enrolment.Enrolment;
import se.vardmote.access.enrolment.Pairing;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Stock;
import se.vardmote.organisation.web.DevicesPage;
import se.vardmote.organisation.web.DevicesPage.Form;
import se.vardmote.organisation.web.DevicesPage.State;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;

/** The administrator's devices: add, show a code, confirm the words, revoke. Only those of the own care provider. */
@Controller
@RequestMapping("/admin/enheter")
class DevicesController {
    private static final String PAGE = "/admin/enheter";
    private static final List<String> NOTICES =
            List.of("added", "confirmed", "revoked", "nothing-to-confirm", "described", "lost");
    private static final String MISSING = "missing";
    private final Enrolment enrolment;
    private final Devices devices;
    private final Stock stock;
    private final Organisation organisation;
    private final Sessions sessions;

    DevicesController(Enrolment enrolment, Devices devices, Stock stock, Organisation organisation, Sessions sessions) {
        this.enrolment = enrolment;
        this.devices = devices;
        this.stock = stock;
        this.organisation = organisation;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView list(SystemAdministrator by, @RequestParam(required = false) @Nullable String notice) {
        return page(by, Form.EMPTY, Map.of(), notice != null && NOTICES.contains(notice) ? notice : null);
    }

    @PostMapping
    ModelAndView add(
            SystemAdministrator by,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String unit) {
        Optional<CareUnit> chosen = organisation.unitsOf(by.careProvider()).stream()
                .filter(own -> own.openOn(sessions.today()))
                .filter(own -> own.id().toString().equals(unit))
                .findFirst();
        Map<String, String> errors = new HashMap<>();
        String checkedName = line("name", name, errors);
        String checkedArea = line("area", area, errors);
        if (chosen.isEmpty()) errors.put("unit", MISSING);
        if (!errors.isEmpty() || chosen.isEmpty()) return page(by, new Form(name, area, unit), errors, null);
        enrolment.add(by, chosen.get(), checkedName, checkedArea);
        return done("added");
    }

    @PostMapping("/{device}/kod")
    ModelAndView newCode(SystemAdministrator by, @PathVariable String device) {
        enrolment.newCode(by, id(device));
        return SeeOther.to(PAGE + "#device-" + id(device));
    }

    @PostMapping("/{device}/bekrafta")
    ModelAndView confirm(SystemAdministrator by, @PathVariable String device) {
        return done(enrolment.confirm(by, id(device)) ? "confirmed" : "nothing-to-confirm");
    }

    @PostMapping("/{device}/sparra")
    ModelAndView revoke(
            SystemAdministrator by, @PathVariable String device, @RequestParam(defaultValue = "") String why) {
        Map<String, String> errors = new HashMap<>();
        String reason = line("why", why, errors);
        if (!errors.isEmpty()) return page(by, Form.EMPTY, errors, null);
        enrolment.revoke(by, id(device), reason);
        return done("revoked");
    }

    private ModelAndView page(SystemAdministrator by, Form form, Map<String, String> errors, @Nullable String notice) {
        List<CareUnit> units = organisation.unitsOf(by.careProvider());
        Map<CareUnitId, String> names = new HashMap<>();
        units.forEach(unit -> names.put(unit.id(), unit.name()));
        Map<DeviceId, Pairing> underWay = enrolment.underWay(by.careProvider());
        Map<DeviceId, Stock.Item> items = stock.of(by.careProvider());
        return new DevicesPage(
                        organisation
                                .provider(by.careProvider())
                                .map(CareProvider::name)
                                .orElse(""),
                        devices.of(by.careProvider()).stream()
                                .map(device -> row(
                                        device,
                                        names.getOrDefault(device.careUnit(), ""),
                                        Optional.ofNullable(items.get(device.id())),
                                        underWay))
                                .toList(),
                        stock.counts(by.careProvider()),
                        units.stream()
                                .filter(unit -> unit.openOn(sessions.today()))
                                .map(unit -> new DevicesPage.Unit(unit.id().toString(), unit.name()))
                                .toList(),
                        form,
                        errors,
                        notice)
                .view();
    }

    private static DevicesPage.Row row(
            Device device, String unit, Optional<Stock.Item> item, Map<DeviceId, Pairing> underWay) {
        State state = state(device, Optional.ofNullable(underWay.get(device.id())));
        return new DevicesPage.Row(
                device.id().toString(),
                device.name(),
                device.area(),
                unit,
                item.map(Stock.Item::assetNumber).orElse(null),
                item.filter(Stock.Item::defect).isPresent(),
                state,
                device.lastSeenAt());
    }

    private static State state(Device device, Optional<Pairing> underWay) {
        if (device.revokedAt() != null && device.revokedWhy() != null)
            return new State.Revoked(device.revokedAt(), device.revokedWhy());
        return switch (underWay.orElse(null)) {
            case Pairing.CodeShown(String code, var until) -> new State.CodeShown(code, until);
            case Pairing.WordsShown(List<String> words, var until) -> new State.WordsShown(words, until);
            case Pairing.Confirmed confirmed -> settled(device);
            case null -> settled(device);
        };
    }

    private static State settled(Device device) {
        return device.enrolledAt() == null ? new State.NotPaired() : new State.Enrolled(device.enrolledAt());
    }

    /** One visible line of at most a hundred characters, like a name; the error goes to its field. */
    private static String line(String field, String typed, Map<String, String> errors) {
        return switch (PersonName.parse(typed)) {
            case Parsed.Valid<PersonName>(PersonName name) -> name.value();
            case Parsed.Refused<PersonName>(String reason) -> {
                errors.put(field, typed.isBlank() ? MISSING : reason);
                yield "";
            }
        };
    }

    private static DeviceId id(String text) {
        try {
            return DeviceId.of(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(new AccessProblem.NoSuchDevice());
        }
    }

    private static ModelAndView done(String notice) {
        return SeeOther.to(PAGE + "?notice=" + notice);
    }
}
