package se.vardmote.directory.readiness.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.directory.DirectoryProblem;
import se.vardmote.directory.readiness.Readiness;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;

/** "Redo för drift": what the units lack before calls can rely on them. */
@Controller
class ReadinessController {
    private final Readiness readiness;
    private final Directory directory;
    private final Organisation organisation;

    ReadinessController(Readiness readiness, Directory directory, Organisation organisation) {
        this.readiness = readiness;
        this.directory = directory;
        this.organisation = organisation;
    }

    @GetMapping("/admin/organisation/redo")
    ModelAndView all(SystemAdministrator by) {
        Map<Boolean, List<Readiness.OfUnit>> units = readiness.of(by).stream()
                .collect(Collectors.partitioningBy(unit -> unit.missing().isEmpty()));
        return new ReadinessPage(
                        organisation
                                .provider(by.careProvider())
                                .map(CareProvider::name)
                                .orElse(""),
                        Objects.requireNonNull(units.get(false)),
                        Objects.requireNonNull(units.get(true)))
                .view();
    }

    @GetMapping("/admin/organisation/redo/{unit}")
    ModelAndView one(SystemAdministrator by, @PathVariable("unit") String id) {
        Readiness.OfUnit unit = readiness.of(directory.unit(by, id(id)));
        List<String> lacking =
                unit.missing().stream().map(Readiness.Missing::rule).toList();
        return new UnitReadinessPage(
                        unit,
                        readiness.words().stream()
                                .filter(word -> !lacking.contains(word))
                                .toList())
                .view();
    }

    private static CareUnitId id(String text) {
        try {
            return CareUnitId.of(text);
        } catch (NotAnIdentifier notAUnit) {
            throw new DirectoryProblem.NoSuchUnit().asException();
        }
    }
}
