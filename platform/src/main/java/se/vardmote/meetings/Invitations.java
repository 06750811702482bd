package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/**
 * Licensed colleagues who are asked to come into a call, from any unit and any care provider. To be asked opens nothing;
 * a question dies with the meeting.
 */
@Component
public class Invitations {
    /** So many can be asked at a time. */
    static final int MOST_WAITING = 5;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final Participants participants;
    private final Conversations conversations;
    private final Parking parking;
    private final HandOvers handOvers;
    private final Organisation organisation;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Meetings meetings,
            Participants participants,
            Conversations conversations,
            Parking parking,
            HandOvers handOvers,
            Organisation organisation,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.participants = participants;
        this.conversations = conversations;
        this.parking = parking;
        this.handOvers = handOvers;
        this.organisation = organisation;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A question that nobody has said yes to.
     *
     * @param unit where the colleague works
     * @param notNow the colleague cannot come just now
     */
    public record Asked(
            UUID id,
            MeetingId meeting,
            StaffId colleague,
            CareUnitId unit,
            StaffId by,
            boolean takeOver,
            Instant at,
            boolean notNow) {}

    /**
     * Asks a licensed colleague who works today at a unit; asked again, the question is new.
     *
     * @param takeOver to lead the call from the moment they come in
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-the-chair}, {@code meetings/not-open},
     *     {@code meetings/cannot-be-asked}, {@code meetings/licence-for-many-needed} for a second colleague (ADR 14)
     */
    @Transactional
    public void ask(MeetingId id, StaffId by, StaffId colleague, CareUnitId unit, boolean takeOver) {
        Meeting meeting = meetings.locked(id).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        if (!meeting.chair().equals(by)) throw new MeetingProblem.NotTheChair().asException();
        CareUnit there = organisation.unit(unit).orElseThrow(() -> new MeetingProblem.CannotBeAsked().asException());
        if (!worksToday(colleague, unit)
                || participants.isIn(meeting.conversation(), colleague)
                || waitingOf(id) >= MOST_WAITING) throw new MeetingProblem.CannotBeAsked().asException();
        if (othersThan(colleague, meeting) > 0 && !organisation.mayCallMany(meeting.careProvider()))
            throw new MeetingProblem.LicenceForManyNeeded().asException();
        jdbc.sql("""
                        insert into meetings.invitation (id, care_provider_id, meeting_id, staff_id, staff_care_provider_id,
                            staff_care_unit_id, invited_by_staff_id, take_over, asked_at)
                        values (uuidv7(), :owner, :meeting, :staff, :provider, :unit, :by, :takeOver, :now)
                        on conflict (meeting_id, staff_id) do update set staff_care_provider_id = :provider,
                            staff_care_unit_id = :unit, invited_by_staff_id = :by, take_over = :takeOver, asked_at = :now,
                            answer = null, answered_at = null""")
                .param("owner", meeting.careProvider().value())
                .param("meeting", id.value())
                .param("staff", colleague.value())
                .param("provider", there.careProvider().value())
                .param("unit", unit.value())
                .param("by", by.value())
                .param("takeOver", takeOver)
                .param("now", now())
                .update();
        changed(meeting, colleague);
    }

    /**
     * The colleague comes in: a participant from now on. A parked call goes on; with {@code takeOver} they lead it.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/no-longer-asked}, {@code meetings/call-running}
     */
    @Transactional
    public void goIn(MeetingId id, StaffMember colleague) {
        Meeting meeting = meetings.locked(id).orElseThrow(() -> new MeetingProblem.NoLongerAsked().asException());
        boolean takeOver =
                answer(id, colleague, "IN").orElseThrow(() -> new MeetingProblem.NoLongerAsked().asException());
        parking.resume(meeting, colleague.staff());
        participants.add(
                meeting.conversation(),
                meeting.careProvider(),
                Participant.professional(colleague.staff(), colleague.name(), colleague.profession()));
        events.publishEvent(
                new CameIn(id, colleague.staff(), colleague.careProvider(), colleague.unit(), clock.instant()));
        if (takeOver) handOvers.takeOver(meeting, colleague);
        changed(meeting, colleague.staff());
    }

    /** "Kan inte nu": whoever asked sees it. */
    @Transactional
    public void notNow(MeetingId id, StaffMember colleague) {
        if (answer(id, colleague, "NOT_NOW").isEmpty()) return;
        meetings.find(id).ifPresent(meeting -> changed(meeting, colleague.staff()));
    }

    /** The chair asks no longer. */
    @Transactional
    public void takeBack(Meeting meeting, StaffId by, UUID question) {
        if (!meeting.chair().equals(by)) throw new MeetingProblem.NotTheChair().asException();
        jdbc.sql("""
                        update meetings.invitation set answer = 'TAKEN_BACK', answered_at = ?
                        where id = ? and meeting_id = ? and answer is distinct from 'IN' returning staff_id""")
                .params(now(), question, meeting.id().value())
                .query(UUID.class)
                .optional()
                .ifPresent(staff -> changed(meeting, new StaffId(staff)));
    }

    /** What somebody, as signed in, is asked just now, longest first. */
    public List<Asked> waitingFor(StaffMember colleague) {
        return jdbc.sql("""
                        select i.* from meetings.invitation i join meetings.meeting m on m.id = i.meeting_id
                        where i.staff_id = ? and i.staff_care_provider_id = ? and i.answer is null and m.ended_at is null
                        order by i.asked_at, i.id limit 20""")
                .params(colleague.staff().value(), colleague.careProvider().value())
                .query((row, i) -> read(row))
                .list();
    }

    /** A colleague who came in when asked, and from where. */
    public record Came(StaffId colleague, CareUnitId unit, Instant at) {}

    /** Who has come in, earliest first. */
    public List<Came> cameIn(MeetingId meeting) {
        return jdbc.sql("""
                        select staff_id, staff_care_unit_id, answered_at from meetings.invitation
                        where meeting_id = ? and answer = 'IN' order by answered_at, id limit 100""")
                .params(meeting.value())
                .query((row, i) -> new Came(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        new CareUnitId(row.getObject("staff_care_unit_id", UUID.class)),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether somebody, as signed in, has been asked, whatever became of it. */
    public boolean hasAsked(MeetingId meeting, StaffMember colleague) {
        return jdbc.sql("""
                        select exists (select from meetings.invitation
                            where meeting_id = ? and staff_id = ? and staff_care_provider_id = ?)""")
                .params(
                        meeting.value(),
                        colleague.staff().value(),
                        colleague.careProvider().value())
                .query(Boolean.class)
                .single();
    }

    /** Who has been asked into a meeting and is not in it. */
    public List<Asked> of(MeetingId meeting) {
        return jdbc.sql("""
                        select * from meetings.invitation where meeting_id = ? and (answer is null or answer = 'NOT_NOW')
                        order by asked_at, id limit 20""")
                .params(meeting.value())
                .query((row, i) -> read(row))
                .list();
    }

    /** Whether somebody has come in under the care provider that they are signed in at. */
    boolean broughtIn(MeetingId meeting, StaffMember staff) {
        return jdbc.sql("""
                        select exists (select from meetings.invitation where meeting_id = ? and staff_id = ?
                            and staff_care_provider_id = ? and answer = 'IN')""")
                .params(
                        meeting.value(),
                        staff.staff().value(),
                        staff.careProvider().value())
                .query(Boolean.class)
                .single();
    }

    @EventListener
    void on(MeetingEnded ended) {
        jdbc.sql("""
                        update meetings.invitation set answer = 'TAKEN_BACK', answered_at = ?
                        where meeting_id = ? and answer is null returning staff_id""")
                .params(now(), ended.meeting().value())
                .query(UUID.class)
                .list()
                .forEach(staff -> StaffCalls.changed(news, new StaffId(staff)));
    }

    private Optional<Boolean> answer(MeetingId id, StaffMember colleague, String answer) {
        return jdbc.sql("""
                        update meetings.invitation set answer = ?, answered_at = ?
                        where meeting_id = ? and staff_id = ? and staff_care_provider_id = ? and answer is null
                        returning take_over""")
                .params(
                        answer,
                        now(),
                        id.value(),
                        colleague.staff().value(),
                        colleague.careProvider().value())
                .query(Boolean.class)
                .optional();
    }

    private boolean worksToday(StaffId colleague, CareUnitId unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        return organisation.atWorkOf(Set.of(colleague), today).stream()
                .filter(work ->
                        work.unit().id().equals(unit) && work.commission().isForCare())
                .anyMatch(work -> work.staff().licensed() && work.mayMeet());
    }

    /** Colleagues besides the chair and the one who is asked, who are in the call or asked into it. */
    private long othersThan(StaffId colleague, Meeting meeting) {
        Set<StaffId> colleagues = new HashSet<>();
        participants.of(meeting.conversation()).stream()
                .filter(person -> person.standing() == Standing.ADMITTED)
                .flatMap(person -> Stream.ofNullable(person.staff()))
                .forEach(colleagues::add);
        of(meeting.id()).stream()
                .filter(one -> !one.notNow())
                .map(Asked::colleague)
                .forEach(colleagues::add);
        return colleagues.stream()
                .filter(one -> !one.equals(colleague) && !one.equals(meeting.chair()))
                .count();
    }

    private int waitingOf(MeetingId meeting) {
        return jdbc.sql("select count(*) from meetings.invitation where meeting_id = ? and answer is null")
                .params(meeting.value())
                .query(Integer.class)
                .single();
    }

    private void changed(Meeting meeting, StaffId colleague) {
        conversations.changed(meeting.conversation());
        StaffCalls.changed(news, colleague);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Asked read(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Asked(
                row.getObject("id", UUID.class),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                new CareUnitId(row.getObject("staff_care_unit_id", UUID.class)),
                new StaffId(row.getObject("invited_by_staff_id", UUID.class)),
                row.getBoolean("take_over"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                answer != null);
    }
}
