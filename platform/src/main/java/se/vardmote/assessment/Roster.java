package se.vardmote.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Commissions;
import se.vardmote.access.Sessions;
import se.vardmote.access.StaffMember;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * Who is on duty: who has switched "I tjänst" on, is signed in, and has a page that said within the last minute that it is
 * there. Whoever works at several units is on duty for all of them.
 */
@Component
public class Roster {
    /** A page is asked three times a minute: one that has been silent for so long is asleep, closed or off the network. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int MOST_SHOWN = 100;
    /** More than any unit has staff: among them are those who forgot to switch themselves off. */
    private static final int MOST_SWITCHED_ON = 5_000;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Commissions commissions;
    private final News news;
    private final Clock clock;

    public Roster(JdbcClient jdbc, Sessions sessions, Commissions commissions, News news, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.commissions = commissions;
        this.news = news;
        this.clock = clock;
    }

    public void comeOn(StaffMember staff) {
        commissions.of(staff).forEach(this::comeOnAt);
    }

    private void comeOnAt(StaffMember staff) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into assessment.on_duty (staff_id, care_unit_id, care_provider_id, since, answered_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (staff_id, care_unit_id) do update set answered_at = excluded.answered_at""")
                .params(
                        staff.staff().value(),
                        staff.unit().value(),
                        staff.careProvider().value(),
                        now,
                        now)
                .update();
        changed(staff.unit());
    }

    public void goOff(StaffMember staff) {
        jdbc.sql("delete from assessment.on_duty where staff_id = ? and care_provider_id = ? returning care_unit_id")
                .params(staff.staff().value(), staff.careProvider().value())
                .query(UUID.class)
                .list()
                .forEach(unit -> changed(new CareUnitId(unit)));
    }

    /** A page of theirs is there. Duty at a unit where they no longer work ends. False when they are off duty. */
    public boolean answered(StaffMember staff) {
        UUID[] units =
                commissions.of(staff).stream().map(post -> post.unit().value()).toArray(UUID[]::new);
        jdbc.sql(
                        "delete from assessment.on_duty where staff_id = ? and care_provider_id = ? and care_unit_id <> all(?)")
                .params(staff.staff().value(), staff.careProvider().value(), units)
                .update();
        return jdbc.sql("update assessment.on_duty set answered_at = ? where staff_id = ? and care_provider_id = ?")
                        .params(
                                clock.instant().atOffset(ZoneOffset.UTC),
                                staff.staff().value(),
                                staff.careProvider().value())
                        .update()
                > 0;
    }

    private void changed(CareUnitId unit) {
        news.tell(DropInRoom.TOPIC, unit.toString());
    }

    /** Of somebody who is signed in. */
    public boolean isOn(StaffMember staff) {
        return jdbc.sql("select exists (select from assessment.on_duty where staff_id = ? and care_provider_id = ?)")
                .params(staff.staff().value(), staff.careProvider().value())
                .query(Boolean.class)
                .single();
    }

    /** Which of these, who are signed in, have switched themselves on somewhere at a care provider. */
    public Set<StaffId> switchedOn(CareProviderId careProvider, Set<StaffId> some) {
        UUID[] ids = some.stream().map(StaffId::value).toArray(UUID[]::new);
        return jdbc
                .sql(
                        "select distinct staff_id from assessment.on_duty where care_provider_id = ? and staff_id = any(?)")
                .params(careProvider.value(), ids)
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .collect(Collectors.toSet());
    }

    /** Those on duty at a unit, longest first. Who has forgotten to go off is not there when the sign-in has ended. */
    public List<StaffId> at(CareUnitId unit) {
        List<StaffId> on = jdbc
                .sql(
                        "select staff_id from assessment.on_duty where care_unit_id = ? and answered_at > ? order by since limit ?")
                .params(unit.value(), clock.instant().minus(SILENCE).atOffset(ZoneOffset.UTC), MOST_SWITCHED_ON)
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .toList();
        Set<StaffId> signedIn = sessions.signedIn(on);
        return on.stream().filter(signedIn::contains).limit(MOST_SHOWN).toList();
    }
}
