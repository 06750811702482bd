package se.vardmote.statistics;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.Judged;
import se.vardmote.assessment.Outline;
import se.vardmote.assessment.Outlines;
import se.vardmote.meetings.Departures;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingEnded;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.SentPictures;
import se.vardmote.vocabulary.CareUnitId;

/**
 * Writes the rows, in the transaction that ends a call and when all else in it has been done: none is lost, none is
 * counted twice.
 */
@Component
class CallFacts {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final JdbcClient jdbc;
    private final Outlines outlines;
    private final Meetings meetings;
    private final SentPictures pictures;
    private final Questions questions;
    private final Clock clock;

    CallFacts(
            JdbcClient jdbc,
            Outlines outlines,
            Meetings meetings,
            SentPictures pictures,
            Questions questions,
            Clock clock) {
        this.jdbc = jdbc;
        this.outlines = outlines;
        this.meetings = meetings;
        this.pictures = pictures;
        this.questions = questions;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void on(MeetingEnded ended) {
        outlines.of(ended.unit()).ifPresent(outline -> {
            Meeting meeting = meetings.of(ended.unit()).orElseThrow();
            Duration length = Duration.between(meeting.openedAt(), ended.at());
            var talk = new Talk(length, pictures.anySent(ended.unit()));
            UUID fact = write(outline, meeting.unit(), "DIGITAL", meeting.openedAt(), talk);
            questions.open(ended.unit(), outline.careProvider(), fact);
        });
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void on(Judged judged) {
        if (judged.outcome() == DropIn.Outcome.DIGITAL) return;
        outlines.of(judged.conversation())
                .ifPresent(outline ->
                        write(outline, outline.receivingUnit(), judged.outcome().name(), judged.at(), null));
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void on(Departures.StoppedWaiting stopped) {
        outlines.of(stopped.unit())
                .filter(outline -> outline.state() == DropIn.State.WITHDRAWN)
                .ifPresent(outline -> write(outline, outline.receivingUnit(), "WITHDRAWN", clock.instant(), null));
    }

    /** What only a call that was let in has. */
    private record Talk(Duration length, boolean hadPicture) {}

    private UUID write(Outline outline, CareUnitId unit, String outcome, Instant answered, @Nullable Talk talk) {
        return jdbc.sql("""
                        insert into statistics.call_fact (care_provider_id, care_unit_id, kind, planned, reason, outcome,
                            waiting_seconds, length_seconds, had_picture, day)
                        values (:provider, :unit, :kind, false, :reason, :outcome, :waiting, :length, :picture, :day) returning id""")
                .param("provider", outline.careProvider().value())
                .param("unit", unit.value())
                .param("kind", Meeting.Kind.ASSESSMENT.name())
                .param("reason", outline.reason().name())
                .param("outcome", outcome)
                .param("waiting", seconds(Duration.between(outline.knockedAt(), answered)))
                .param("length", talk == null ? null : seconds(talk.length()), java.sql.Types.INTEGER)
                .param("picture", talk == null ? null : talk.hadPicture(), java.sql.Types.BOOLEAN)
                .param("day", LocalDate.ofInstant(outline.knockedAt(), SWEDEN))
                .query(UUID.class)
                .single();
    }

    /** To the nearest: the database keeps instants a little less exactly than the clock. */
    private static long seconds(Duration duration) {
        return duration.plusMillis(500).toSeconds();
    }
}
