package se.vardmote.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.StaffId;

/** Who leads a call: offered by the chair, taken by the other, each with one press. Whoever led it before stays or leaves. */
@Component
public class HandOvers {
    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final Participants participants;
    private final Conversations conversations;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOvers(
            JdbcClient jdbc,
            Meetings meetings,
            Participants participants,
            Conversations conversations,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.participants = participants;
        this.conversations = conversations;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** An offer that nobody has answered. */
    public record Offer(StaffId from, StaffId to) {}

    /** Somebody took the call over. */
    public record HandedOver(StaffId from, StaffId to, Instant at) {}

    /**
     * Offers the call to a professional who is in it; an earlier offer falls.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-the-chair}, {@code meetings/not-open},
     *     {@code meetings/cannot-be-asked}
     */
    @Transactional
    public void offer(MeetingId id, StaffId by, ParticipantId to) {
        Meeting meeting = meetings.locked(id).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        if (!meeting.chair().equals(by)) throw new MeetingProblem.NotTheChair().asException();
        StaffId other = participants.of(meeting.conversation()).stream()
                .filter(person -> person.id().equals(to) && person.standing() == Standing.ADMITTED)
                .flatMap(person -> Optional.ofNullable(person.staff()).stream())
                .filter(staff -> !staff.equals(by))
                .findFirst()
                .orElseThrow(() -> new MeetingProblem.CannotBeAsked().asException());
        answer(id, "TAKEN_BACK");
        insert(meeting, by, other, false);
        conversations.changed(meeting.conversation());
    }

    /**
     * Takes the call over.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/no-longer-asked}
     */
    @Transactional
    public void accept(MeetingId id, StaffMember by) {
        Meeting meeting = meetings.locked(id).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        boolean theirs = waiting(id)
                .filter(offer -> offer.to().equals(by.staff()) && offer.from().equals(meeting.chair()))
                .isPresent();
        if (!theirs || !by.professional() || !participants.isIn(meeting.conversation(), by.staff()))
            throw new MeetingProblem.NoLongerAsked().asException();
        answer(id, "TAKEN_OVER");
        leads(meeting, by);
    }

    /** The one who was offered it does not take it now, or the chair keeps it. */
    @Transactional
    public void refuse(MeetingId id, StaffId by) {
        waiting(id).ifPresent(offer -> {
            if (offer.to().equals(by)) answer(id, "NOT_NOW");
            if (offer.from().equals(by)) answer(id, "TAKEN_BACK");
            meetings.find(id).ifPresent(meeting -> conversations.changed(meeting.conversation()));
        });
    }

    /** Somebody who was asked to come in and take over has come in. */
    void takeOver(Meeting meeting, StaffMember by) {
        if (meeting.chair().equals(by.staff())) return;
        answer(meeting.id(), "TAKEN_BACK");
        insert(meeting, meeting.chair(), by.staff(), true);
        leads(meeting, by);
    }

    /** The offer that waits for an answer. */
    public Optional<Offer> waiting(MeetingId meeting) {
        return jdbc.sql(
                        "select from_staff_id, to_staff_id from meetings.hand_over where meeting_id = ? and answer is null")
                .params(meeting.value())
                .query((row, i) -> new Offer(
                        new StaffId(row.getObject("from_staff_id", UUID.class)),
                        new StaffId(row.getObject("to_staff_id", UUID.class))))
                .optional();
    }

    /** How the call has been handed on, earliest first. */
    public List<HandedOver> of(MeetingId meeting) {
        return jdbc.sql("""
                        select from_staff_id, to_staff_id, answered_at from meetings.hand_over
                        where meeting_id = ? and answer = 'TAKEN_OVER' order by answered_at, id limit 100""")
                .params(meeting.value())
                .query((row, i) -> new HandedOver(
                        new StaffId(row.getObject("from_staff_id", UUID.class)),
                        new StaffId(row.getObject("to_staff_id", UUID.class)),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @EventListener
    void on(MeetingEnded ended) {
        answer(ended.meeting(), "TAKEN_BACK");
    }

    private void leads(Meeting meeting, StaffMember by) {
        jdbc.sql("update meetings.meeting set chair_staff_id = ? where id = ?")
                .params(by.staff().value(), meeting.id().value())
                .update();
        events.publishEvent(new ChairChanged(meeting.id(), by.staff(), by.careProvider(), by.unit(), clock.instant()));
        conversations.changed(meeting.conversation());
        StaffCalls.changed(news, meeting.chair());
    }

    private void insert(Meeting meeting, StaffId from, StaffId to, boolean taken) {
        jdbc.sql("""
                        insert into meetings.hand_over (id, care_provider_id, meeting_id, from_staff_id, to_staff_id,
                            offered_at, answer, answered_at)
                        values (uuidv7(), :owner, :meeting, :from, :to, :now, :answer, case when :taken then :now end)""")
                .param("owner", meeting.careProvider().value())
                .param("meeting", meeting.id().value())
                .param("from", from.value())
                .param("to", to.value())
                .param("now", now())
                .param("answer", taken ? "TAKEN_OVER" : null)
                .param("taken", taken)
                .update();
    }

    private void answer(MeetingId meeting, String answer) {
        jdbc.sql("update meetings.hand_over set answer = ?, answered_at = ? where meeting_id = ? and answer is null")
                .params(answer, now(), meeting.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
