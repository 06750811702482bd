package se.vardmote.assessment.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.assessment.duty.DutyRule;
import se.vardmote.assessment.web.DutyTablePage.Option;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;

/** What an administrator can choose between in the duty table, and what units are called there. */
@Component
class DutyTableChoices {
    static final List<String> PROFESSIONS = Arrays.stream(Profession.values())
            .filter(Profession::licensable)
            .map(Enum::name)
            .toList();

    private final Organisation organisation;
    private final Devices devices;

    DutyTableChoices(Organisation organisation, Devices devices) {
        this.organisation = organisation;
        this.devices = devices;
    }

    String careProvider(SystemAdministrator by) {
        return organisation.provider(by.careProvider()).map(CareProvider::name).orElse("");
    }

    /** What the form calls each own unit, and each area of it when it has more than one. */
    Map<String, CareUnitId> places(SystemAdministrator by) {
        Map<String, CareUnitId> places = new LinkedHashMap<>();
        Map<CareUnitId, Set<String>> areas = devices.areasOf(by.careProvider());
        for (CareUnit unit : organisation.unitsOf(by.careProvider())) {
            String id = unit.id().toString();
            places.put(id, unit.id());
            Set<String> some = areas.getOrDefault(unit.id(), Set.of());
            if (some.size() > 1) some.forEach(area -> places.put(DutyRuleForm.place(id, area), unit.id()));
        }
        return places;
    }

    List<Option> placesToChoose(SystemAdministrator by) {
        Map<CareUnitId, String> names = organisation.unitsOf(by.careProvider()).stream()
                .collect(Collectors.toMap(CareUnit::id, CareUnit::name));
        return places(by).entrySet().stream()
                .map(place -> new Option(
                        place.getKey(),
                        names.get(place.getValue())
                                + (place.getKey().indexOf('|') < 0
                                        ? ""
                                        : " · "
                                                + place.getKey()
                                                        .substring(
                                                                place.getKey().indexOf('|') + 1))))
                .toList();
    }

    /** Units of any care provider where somebody licensed works: others could not answer. */
    Map<CareUnitId, CareUnit> receivers(LocalDate today) {
        return organisation.unitsWithLicensedStaff(today).stream()
                .collect(Collectors.toMap(CareUnit::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    List<Option> receiversToChoose(LocalDate today) {
        Map<Object, String> providers = new LinkedHashMap<>();
        return receivers(today).values().stream()
                .map(unit -> new Option(
                        unit.id().toString(),
                        unit.name() + " · "
                                + providers.computeIfAbsent(unit.careProvider(), id -> organisation
                                        .provider(unit.careProvider())
                                        .map(CareProvider::name)
                                        .orElse(""))))
                .toList();
    }

    /** The own units, and those that the rules lead to. */
    Map<CareUnitId, CareUnit> named(SystemAdministrator by, List<DutyRule> rules) {
        return Stream.concat(
                        organisation.unitsOf(by.careProvider()).stream(),
                        organisation.units(rules.stream().map(DutyRule::to).collect(Collectors.toSet())).stream())
                .collect(Collectors.toMap(CareUnit::id, Function.identity(), (one, same) -> one));
    }
}
