package se.vardmote.access.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.enrolment.Enrolment;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Stock;
import se.vardmote.organisation.web.StockPage;
import se.vardmote.organisation.web.StockPage.Form;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Parsed;

/** What a device is as a thing: its number, whose it is, who pays, and whether it is defect or lost (R0-43, R0-49). */
@Controller
@RequestMapping("/admin/enheter/{device}/uppgifter")
class StockController {
    private static final List<String> STATES =
            Arrays.stream(Stock.State.values()).map(Enum::name).toList();
    private final Stock stock;
    private final Devices devices;
    private final Enrolment enrolment;
    private final Organisation organisation;

    StockController(Stock stock, Devices devices, Enrolment enrolment, Organisation organisation) {
        this.stock = stock;
        this.devices = devices;
        this.enrolment = enrolment;
        this.organisation = organisation;
    }

    @GetMapping
    ModelAndView form(SystemAdministrator by, @PathVariable String device) {
        Device one = own(by, device);
        Stock.Item item = stock.find(by.careProvider(), one.id()).orElseThrow();
        var form = new Form(
                Optional.ofNullable(item.assetNumber()).orElse(""),
                text(item.owner()),
                text(item.payer()),
                (item.defect() ? Stock.State.DEFECT : Stock.State.ASSIGNED).name());
        return page(one, form, Map.of());
    }

    @PostMapping
    ModelAndView keep(SystemAdministrator by, @PathVariable String device, @ModelAttribute Form form) {
        Device one = own(by, device);
        Map<String, String> errors = new HashMap<>();
        String number = number(form.assetNumber(), errors);
        CareProviderId owner = provider("owner", form.owner(), errors);
        CareProviderId payer = provider("payer", form.payer(), errors);
        if (!STATES.contains(form.state())) errors.put("state", "choice-missing");
        if (!errors.isEmpty()) return page(one, form, errors);
        var state = Stock.State.valueOf(form.state());
        try {
            enrolment.describe(by, new Stock.Item(one.id(), number, owner, payer, state == Stock.State.DEFECT));
        } catch (DuplicateKeyException taken) {
            return page(one, form, Map.of("assetNumber", "taken"));
        }
        if (state != Stock.State.LOST) return SeeOther.to(DevicesController.at(one.id(), "described"));
        enrolment.revoke(by, one.id(), Enrolment.LOST);
        return SeeOther.to(DevicesController.PAGE + "?notice=lost");
    }

    private ModelAndView page(Device device, Form form, Map<String, String> errors) {
        return new StockPage(
                        device.id().toString(),
                        device.name(),
                        form,
                        organisation.providers().stream()
                                .map(one -> new StockPage.Provider(one.id().toString(), one.name()))
                                .toList(),
                        errors)
                .view();
    }

    private static @Nullable String number(String typed, Map<String, String> errors) {
        if (typed.isEmpty()) return null;
        return switch (Stock.number(typed)) {
            case Parsed.Valid<String>(String number) -> number;
            case Parsed.Refused<String>(String reason) -> {
                errors.put("assetNumber", reason);
                yield null;
            }
        };
    }

    private @Nullable CareProviderId provider(String field, String typed, Map<String, String> errors) {
        if (typed.isEmpty()) return null;
        Optional<CareProviderId> chosen = organisation.providers().stream()
                .map(one -> one.id())
                .filter(id -> id.toString().equals(typed))
                .findFirst();
        if (chosen.isEmpty()) errors.put(field, "choice-missing");
        return chosen.orElse(null);
    }

    /** One that may still be used: what has become of a revoked one is settled. */
    private Device own(SystemAdministrator by, String text) {
        return find(by, text)
                .filter(device -> !device.revoked())
                .orElseThrow(() -> new ProblemException(new AccessProblem.NoSuchDevice()));
    }

    private Optional<Device> find(SystemAdministrator by, String text) {
        try {
            return devices.find(by.careProvider(), DeviceId.of(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable CareProviderId id) {
        return id == null ? "" : id.toString();
    }
}
