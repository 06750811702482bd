package se.vardmote.assessment;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.Departures;
import se.vardmote.meetings.StaffCalls;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.DropInId;

/** An open "Min dag" of a head of unit says that somebody waits for too long as soon as it is so, and no longer than that. */
@Component
class HeadsAreTold {
    private final JdbcClient jdbc;
    private final News news;

    HeadsAreTold(JdbcClient jdbc, News news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /** Told inside the transaction of the step. */
    record SoughtByHead(DropInId dropIn) {}

    @EventListener
    void on(SoughtByHead sought) {
        tell("d.id = ?", sought.dropIn().value());
    }

    @EventListener
    void on(Judged judged) {
        tell("d.id = ?", judged.dropIn().value());
    }

    @EventListener
    void on(Departures.StoppedWaiting stopped) {
        tell("d.retention_unit_id = ?", stopped.unit().value());
    }

    /** {@code which} is one of our own conditions, never anything that came in. */
    private void tell(String which, UUID value) {
        jdbc.sql("""
                        select h.staff_id from assessment.drop_in d
                        join assessment.escalation e on e.drop_in_id = d.id and e.step = 'HEAD'
                        join organisation.head_of_unit h on h.care_unit_id = e.sought_unit_id
                        where h.staff_id is not null and %s""".formatted(which))
                .param(value)
                .query(UUID.class)
                .list()
                .forEach(head -> news.tell(StaffCalls.TOPIC, head.toString()));
    }
}
