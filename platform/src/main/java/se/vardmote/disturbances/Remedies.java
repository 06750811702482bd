package se.vardmote.disturbances;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.vocabulary.CareProviderId;

/** How far administrators have come with each disturbance, and what helps (R3-21). */
@Component
public class Remedies {
    private static final int MOST_SHOWN = 50;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Remedies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the latest step says helps; to a stranger, the latest step of anybody's. */
    public Optional<String> helping(Reporter whom, Disturbance disturbance) {
        return jdbc.sql("""
                        select remedy from disturbances.step
                        where kind = :kind and cause = :cause and (care_provider_id = :provider or :stranger)
                        order by at desc, id desc limit 1""")
                .param("kind", disturbance.kind().name())
                .param("cause", disturbance.cause().name())
                .param("provider", whom.careProvider().value())
                .param("stranger", whom.equals(Reporter.STRANGER))
                .query(String.class)
                .optional()
                .filter(remedy -> !remedy.isEmpty());
    }

    /** Adds a step; what was written before stays. */
    public void add(SystemAdministrator by, Disturbance disturbance, Step.State state, String remedy) {
        jdbc.sql("""
                        insert into disturbances.step (id, care_provider_id, kind, cause, state, remedy, by_staff_id, by_name, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        by.careProvider().value(),
                        disturbance.kind().name(),
                        disturbance.cause().name(),
                        state.name(),
                        remedy,
                        by.staff().value(),
                        by.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a care provider's administrators have done about it, newest first. */
    public List<Step> steps(CareProviderId careProvider, Disturbance disturbance) {
        return jdbc.sql("""
                        select state, remedy, organisation.shown_name(by_staff_id, by_name) as by_shown, at
                        from disturbances.step
                        where care_provider_id = ? and kind = ? and cause = ? order by at desc, id desc limit ?""")
                .params(
                        careProvider.value(),
                        disturbance.kind().name(),
                        disturbance.cause().name(),
                        MOST_SHOWN)
                .query((row, i) -> new Step(
                        Step.State.valueOf(row.getString("state")),
                        row.getString("remedy"),
                        row.getString("by_shown"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
