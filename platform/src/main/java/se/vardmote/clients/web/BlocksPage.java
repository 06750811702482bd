package se.vardmote.clients.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.clients.Block;
import se.vardmote.clients.Client;

/**
 * What a patient has blocked, and the way to block and lift.
 *
 * @param client id, part of the address
 * @param person as the reader sees them now
 * @param unit the reader's
 * @param ownBlocked the patient has blocked what the reader's unit has
 * @param outwards the patient has blocked what the care provider has towards others
 * @param blocks in force, then lifted, the newest first
 * @param notice null, or what just happened
 */
public record BlocksPage(
        String client,
        Client.Shown person,
        String unit,
        boolean ownBlocked,
        boolean outwards,
        List<Row> blocks,
        @Nullable String notice) {

    /**
     * One of them.
     *
     * @param unit whose data; null for all, towards other care providers
     * @param mayLift at this unit
     * @param lifted null while it is in force
     */
    public record Row(
            String id,
            @Nullable String unit,
            Instant setAt,
            String setBy,
            boolean mayLift,
            Block.@Nullable Lifted lifted) {}

    public ModelAndView view() {
        return new ModelAndView("clients/blocks", Map.of("page", this));
    }
}
