package se.vardmote.directory.settings.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/** The units of a care provider, parents before their parts, in the order of their names; at most 500. */
@Component
class UnitTree {
    private final Organisation organisation;

    UnitTree(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @param depth 0 at the top */
    record Node(CareUnit unit, int depth) {}

    List<Node> of(CareProviderId careProvider) {
        Map<@Nullable CareUnitId, List<CareUnit>> parts = new HashMap<>();
        for (CareUnit unit : organisation.unitsOf(careProvider))
            parts.computeIfAbsent(unit.parent(), parent -> new ArrayList<>()).add(unit);
        List<Node> nodes = new ArrayList<>();
        add(null, 0, parts, nodes);
        return nodes;
    }

    private static void add(
            @Nullable CareUnitId parent, int depth, Map<@Nullable CareUnitId, List<CareUnit>> parts, List<Node> nodes) {
        for (CareUnit unit : parts.getOrDefault(parent, List.of())) {
            nodes.add(new Node(unit, depth));
            add(unit.id(), depth + 1, parts, nodes);
        }
    }
}
