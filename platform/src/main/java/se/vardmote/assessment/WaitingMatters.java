package se.vardmote.assessment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** Those who wait for an answer of a unit. They are answered, by its staff or the cover, before it closes. */
@Component
class WaitingMatters implements OpenMatters {
    private final JdbcClient jdbc;

    WaitingMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "drop-in";
    }

    @Override
    public To to() {
        return To.NOBODY;
    }

    @Override
    public boolean mayEnd() {
        return false;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return jdbc.sql("""
                        select id, knocked_at from assessment.drop_in
                        where care_provider_id = ? and receiving_unit_id = ? and state = 'WAITING'
                        order by knocked_at, id limit ?""")
                .params(unit.careProvider().value(), unit.id().value(), MOST)
                .query((row, i) -> new OpenMatter(
                        row.getObject("id", UUID.class),
                        unit.careProvider(),
                        unit.id(),
                        null,
                        null,
                        "",
                        row.getObject("knocked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Nobody waits for one person alone: all of the unit see them. */
    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return List.of();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        return false;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        throw new IllegalStateException("who waits is answered");
    }
}
