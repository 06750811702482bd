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
import se.vardmote.organisation.DeviceLists;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Stock;
import se.vardmote.organisation.web.DevicesPage;
import se.vardmote.organisation.web.DevicesPage.Form;
import se.vardmote.organisation.web.DevicesPage.Found;
import se.vardmote.organisation.web.DevicesPage.State;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;

/** The administrator's devices: find, add, show a code, confirm the words, revoke. Only those of the own care provider. */
@Controller
@RequestMapping("/admin/enheter")
class DevicesController {
    static final String PAGE = "/admin/enheter";
    private static final List<String> NOTICES =
            List.of("added", "confirmed", "revoked", "nothing-to-confirm", "described", "lost");
    private static final String MISSING = "missing";
    private final Enrolment enrolment;
    private final DeviceLists lists;
    private final Stock stock;
    private final Organisation organisation;
    private final Sessions sessions;

    DevicesController(
            Enrolment enrolment, DeviceLists lists, Stock stock, Organisation organisation, Sessions sessions) {
        this.enrolment = enrolment;
        this.lists = lists;
        this.stock = stock;
        this.organisation = organisation;
        this.sessions = sessions;
    }

    /** @param from one that is wanted, and those after it: where somebody comes who has done something with it */
    @GetMapping
    ModelAndView list(
            SystemAdministrator by,
            @RequestParam(name = "sok", defaultValue = "") String search,
            @RequestParam(name = "efter", required = false) @Nullable String after,
            @RequestParam(name = "fran", required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String notice) {
        Found found = from == null
                ? found(by, search, after == null ? null : id(after))
                : found(by, "", lists.from(by.careProvider(), id(from)), false);
        return page(by, found, Form.EMPTY, Map.of(), notice != null && NOTICES.contains(notice) ? notice : null);
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
        if (!errors.isEmpty() || chosen.isEmpty())
            return page(by, found(by, "", null), new Form(name, area, unit), errors, null);
        return SeeOther.to(at(enrolment.add(by, chosen.get(), checkedName, checkedArea), "added"));
    }

    @PostMapping("/{device}/kod")
    ModelAndView newCode(SystemAdministrator by, @PathVariable String device) {
        enrolment.newCode(by, id(device));
        DeviceId id = id(device);
        return SeeOther.to(PAGE + "?fran=" + id + "#device-" + id);
    }

    @PostMapping("/{device}/bekrafta")
    ModelAndView confirm(SystemAdministrator by, @PathVariable String device) {
        boolean confirmed = enrolment.confirm(by, id(device));
        return SeeOther.to(at(id(device), confirmed ? "confirmed" : "nothing-to-confirm"));
    }

    @PostMapping("/{device}/sparra")
    ModelAndView revoke(
            SystemAdministrator by, @PathVariable String device, @RequestParam(defaultValue = "") String why) {
        Map<String, String> errors = new HashMap<>();
        String reason = line("why", why, errors);
        if (!errors.isEmpty()) {
            Found found = found(by, "", lists.from(by.careProvider(), id(device)), false);
            return page(by, found, Form.EMPTY, errors, null);
        }
        enrolment.revoke(by, id(device), reason);
        return SeeOther.to(PAGE + "?notice=revoked");
    }

    private Found found(SystemAdministrator by, String search, @Nullable DeviceId after) {
        return found(by, search.strip(), lists.called(by.careProvider(), search, after), after == null);
    }

    private Found found(SystemAdministrator by, String search, DeviceLists.Page page, boolean first) {
        Map<DeviceId, Pairing> underWay = enrolment.underWay(by.careProvider());
        return new Found(
                search,
                page.lines().stream().map(line -> row(line, underWay)).toList(),
                page.total(),
                page.more() ? page.lines().getLast().device().id().toString() : null,
                first);
    }

    private ModelAndView page(
            SystemAdministrator by, Found found, Form form, Map<String, String> errors, @Nullable String notice) {
        return new DevicesPage(
                        organisation
                                .provider(by.careProvider())
                                .map(CareProvider::name)
                                .orElse(""),
                        found,
                        stock.counts(by.careProvider()),
                        organisation.unitsOf(by.careProvider()).stream()
                                .filter(unit -> unit.openOn(sessions.today()))
                                .map(unit -> new DevicesPage.Unit(unit.id().toString(), unit.name()))
                                .toList(),
                        form,
                        errors,
                        notice)
                .view();
    }

    private static DevicesPage.Row row(DeviceLists.Line line, Map<DeviceId, Pairing> underWay) {
        Device device = line.device();
        return new DevicesPage.Row(
                device.id().toString(),
                device.name(),
                device.area(),
                line.unit(),
                line.item().assetNumber(),
                line.item().defect(),
                state(device, Optional.ofNullable(underWay.get(device.id()))),
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

    /** Where the list begins with a device, whichever page it is on. */
    static String at(DeviceId device, String notice) {
        return PAGE + "?fran=" + device + "&notice=" + notice;
    }
}
