package se.vardmote.clients.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Block;
import se.vardmote.clients.Blocks;
import se.vardmote.clients.Client;
import se.vardmote.organisation.Organisation;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.BlockId;
import se.vardmote.vocabulary.CareUnitId;

/** The patient objects to others reading what was documented here, and changes their mind: a professional of the unit writes it down. */
@Controller
@RequestMapping("/patient/{client}/sparr")
class BlocksController {
    private static final Set<String> NOTICES = Set.of("blocked", "lifted", "not-lifted");
    private final OwnPatient patients;
    private final Blocks blocks;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;

    BlocksController(OwnPatient patients, Blocks blocks, Organisation organisation, AuditLog audit, Clock clock) {
        this.patients = patients;
        this.blocks = blocks;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(
            StaffMember staff,
            @PathVariable("client") String id,
            @RequestParam(name = "hande", defaultValue = "") String notice) {
        Client client = patients.inCare(staff, id);
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.read("block", null))
                .about(client.id())
                .at(clock.instant()));
        List<Block> all = blocks.of(client.id());
        return new BlocksPage(
                        client.id().toString(),
                        client.shown(),
                        staff.unitName(),
                        all.stream()
                                .anyMatch(one -> one.inForce() && staff.unit().equals(one.unit())),
                        all.stream().anyMatch(one -> one.inForce() && one.unit() == null),
                        rows(staff, all),
                        NOTICES.contains(notice) ? notice : null)
                .view();
    }

    private List<BlocksPage.Row> rows(StaffMember staff, List<Block> all) {
        Map<CareUnitId, String> names = organisation.unitNames(
                all.stream().map(Block::unit).filter(Objects::nonNull).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new BlocksPage.Row(
                        one.id().toString(),
                        one.unit() == null ? null : names.getOrDefault(one.unit(), ""),
                        one.setAt(),
                        one.setBy(),
                        one.inForce() && Blocks.mayLift(staff, one, Block.Why.PATIENT),
                        one.lifted()))
                .toList();
    }

    /** @param what {@code enheten}, {@code vardgivaren}, {@code hav} or {@code hav-i-nodlage} */
    @PostMapping
    ModelAndView change(
            StaffMember staff,
            @PathVariable("client") String id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(name = "sparr", defaultValue = "") String block) {
        Client client = patients.inCare(staff, id);
        return switch (what) {
            case "enheten" -> set(staff, client, staff.unit());
            case "vardgivaren" -> set(staff, client, null);
            case "hav" -> lift(staff, client, block, Block.Why.PATIENT);
            case "hav-i-nodlage" -> lift(staff, client, block, Block.Why.EMERGENCY);
            default -> done(client, "");
        };
    }

    private ModelAndView set(StaffMember staff, Client client, @Nullable CareUnitId unit) {
        blocks.set(staff, client, unit);
        return done(client, "blocked");
    }

    private ModelAndView lift(StaffMember staff, Client client, String block, Block.Why why) {
        return done(client, blocks.lift(staff, client, BlockId.of(block), why) ? "lifted" : "not-lifted");
    }

    private static ModelAndView done(Client client, String notice) {
        return SeeOther.to("/patient/" + client.id() + "/sparr" + (notice.isEmpty() ? "" : "?hande=" + notice));
    }
}
