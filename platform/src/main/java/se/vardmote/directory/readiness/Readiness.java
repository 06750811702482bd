package se.vardmote.directory.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.vocabulary.CareUnitId;

/** What the open units of an administrator's care provider lack, by the rules of every module. */
@Component
public class Readiness {
    private final Supplier<Stream<ReadinessRule>> rules;
    private final Organisation organisation;
    private final Directory directory;

    Readiness(ObjectProvider<ReadinessRule> rules, Organisation organisation, Directory directory) {
        this.rules = rules::orderedStream;
        this.organisation = organisation;
        this.directory = directory;
    }

    /** @param rule its word */
    public record Missing(String rule, Lack lack) {}

    /** A unit and what it lacks. */
    public record OfUnit(CareUnit unit, List<Missing> missing) {}

    /** Every open unit, those that lack most first. */
    public List<OfUnit> of(SystemAdministrator by) {
        return judge(organisation.unitsOf(by.careProvider()).stream()
                .filter(unit -> unit.openOn(directory.today()))
                .toList());
    }

    /** One unit, open or not. */
    public OfUnit of(CareUnit unit) {
        return judge(List.of(unit)).getFirst();
    }

    /** The words of all rules, in the order to show. */
    public List<String> words() {
        return rules.get().map(ReadinessRule::word).sorted().toList();
    }

    private List<OfUnit> judge(List<CareUnit> units) {
        Map<CareUnitId, List<Missing>> missing = new HashMap<>();
        rules.get().sorted(Comparator.comparing(ReadinessRule::word)).forEach(rule -> rule.lacking(
                        units, directory.today())
                .forEach(lack -> missing.computeIfAbsent(lack.unit(), unit -> new ArrayList<>())
                        .add(new Missing(rule.word(), lack))));
        return units.stream()
                .map(unit -> new OfUnit(unit, missing.getOrDefault(unit.id(), List.of())))
                .sorted(Comparator.comparing((OfUnit one) -> -one.missing().size())
                        .thenComparing(one -> one.unit().name()))
                .toList();
    }
}
