package se.vardmote.assessment.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Commissions;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.assessment.ClientRelations;
import se.vardmote.clients.Client;
import se.vardmote.organisation.CareProvider;

/** Puts together what somebody meets who has searched for a person with whom their unit has no call. */
@Component
class ClosedReader {
    private final CareAccess care;
    private final Commissions commissions;
    private final StatedGrounds grounds;

    ClosedReader(CareAccess care, Commissions commissions, StatedGrounds grounds) {
        this.care = care;
        this.commissions = commissions;
        this.grounds = grounds;
    }

    /** @param known at the own care provider */
    ClosedPage closed(StaffMember staff, String identity, Optional<Client> known) {
        return page(staff, identity, elsewhere(staff, known), null, ClosedPage.Form.EMPTY, false, Map.of());
    }

    /** Asks for what the ground demands, or shows what was wrong. */
    ClosedPage asking(
            StaffMember staff,
            String identity,
            @Nullable AccessGround chosen,
            ClosedPage.Form form,
            Map<String, String> errors) {
        return page(staff, identity, List.of(), chosen, form, false, errors);
    }

    ClosedPage nothing(StaffMember staff, String identity) {
        return page(staff, identity, List.of(), null, ClosedPage.Form.EMPTY, true, Map.of());
    }

    private ClosedPage page(
            StaffMember staff,
            String identity,
            List<String> elsewhere,
            @Nullable AccessGround chosen,
            ClosedPage.Form form,
            boolean nothing,
            Map<String, String> errors) {
        Map<String, String> providers = new LinkedHashMap<>();
        for (CareProvider other : grounds.othersJoined(staff))
            providers.put(other.id().toString(), other.name());
        List<AccessGround> offered = Arrays.stream(AccessGround.values())
                .filter(ground -> !ground.liftsBlock())
                .filter(ground -> ground.reach() == AccessGround.Reach.WITHIN || !providers.isEmpty())
                .toList();
        return new ClosedPage(
                identity,
                staff.unitName(),
                elsewhere,
                offered,
                providers,
                chosen != null && offered.contains(chosen) ? chosen : null,
                form,
                nothing,
                errors);
    }

    /** Where the same person has a relation in another of their commissions: there nothing needs to be stated. */
    private List<String> elsewhere(StaffMember staff, Optional<Client> known) {
        return known.stream()
                .flatMap(client -> commissions.of(staff).stream()
                        .skip(1)
                        .filter(post -> care.between(post, client.id())
                                .filter(relation -> relation.ground().equals(ClientRelations.CALL_AT_UNIT))
                                .isPresent())
                        .map(StaffMember::unitName))
                .toList();
    }
}
