package se.vardmote.assessment.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.AccessGround.Reach;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.assessment.History;
import se.vardmote.assessment.PastCall;
import se.vardmote.clients.Block;
import se.vardmote.clients.Blocks;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DropInId;

/** The calls of one person that a stated ground opens: all, but what the patient has blocked. */
@Component
class OpenedCalls {
    private final History history;
    private final Blocks blocks;

    OpenedCalls(History history, Blocks blocks) {
        this.history = history;
        this.blocks = blocks;
    }

    /**
     * @param calls newest first, at most a page of the history
     * @param blocked the patient has blocked more; that there is something may be told (patientdatalagen 4:4)
     * @param more there are older ones
     */
    record Opened(List<PastCall> calls, boolean blocked, boolean more) {}

    Opened of(StaffMember staff, StatedGround stated) {
        List<PastCall> all = history.everywhere(stated.careProvider(), stated.client());
        Closed closed = closed(staff, stated);
        List<PastCall> open =
                all.stream().filter(call -> closed.leaves(call.receivingUnit())).toList();
        return new Opened(open, closed.something(), all.size() == History.PAGE);
    }

    /** One of the person's calls, unless it is blocked. */
    Optional<PastCall> find(StaffMember staff, StatedGround stated, DropInId id) {
        return history.find(stated.careProvider(), id)
                .filter(call -> call.client().equals(stated.client()))
                .filter(call -> leaves(staff, stated, call.receivingUnit()));
    }

    /** Whether what a unit has documented is open. */
    boolean leaves(StaffMember staff, StatedGround stated, CareUnitId unit) {
        return closed(staff, stated).leaves(unit);
    }

    /** @param units whose data are blocked */
    private record Closed(boolean all, Set<CareUnitId> units) {
        boolean leaves(CareUnitId unit) {
            return !all && !units.contains(unit);
        }

        boolean something() {
            return all || !units.isEmpty();
        }
    }

    private Closed closed(StaffMember staff, StatedGround stated) {
        if (stated.ground().liftsBlock()) return new Closed(false, Set.of());
        List<Block> inForce = blocks.inForce(stated.client());
        if (stated.ground().reach() == Reach.BETWEEN)
            return new Closed(inForce.stream().anyMatch(one -> one.unit() == null), Set.of());
        return new Closed(
                false,
                inForce.stream()
                        .map(Block::unit)
                        .filter(Objects::nonNull)
                        .filter(unit -> !unit.equals(staff.unit()))
                        .collect(Collectors.toSet()));
    }
}
