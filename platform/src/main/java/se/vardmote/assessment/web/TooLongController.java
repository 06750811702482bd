package se.vardmote.assessment.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.assessment.Escalations;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;

/** "Väntar för länge" of the head of unit: where, why and how long, and whom to ring; no names. */
@Controller
class TooLongController {
    private final Escalations escalations;
    private final Organisation organisation;

    TooLongController(Escalations escalations, Organisation organisation) {
        this.escalations = escalations;
        this.organisation = organisation;
    }

    @GetMapping("/vantar-for-lange")
    ModelAndView list(Optional<StaffMember> staff, Optional<SystemAdministrator> administrator) {
        // Whoever is signed in, with a commission or without: a head may have none of their own.
        List<Escalations.TooLong> waiting = staff.map(StaffMember::staff)
                .or(() -> administrator.map(SystemAdministrator::staff))
                .map(escalations::seenBy)
                .orElse(List.of());
        Map<CareUnitId, CareUnit> units =
                organisation
                        .units(waiting.stream().map(Escalations.TooLong::unit).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(CareUnit::id, Function.identity()));
        return new TooLongPage(waiting.stream()
                        .flatMap(each ->
                                Stream.ofNullable(units.get(each.unit())).map(unit -> row(each, unit)))
                        .toList())
                .view();
    }

    private static TooLongPage.Row row(Escalations.TooLong waiting, CareUnit unit) {
        return new TooLongPage.Row(
                unit.name(), unit.numberToRing().e164(), waiting.reason().name(), waiting.since());
    }
}
