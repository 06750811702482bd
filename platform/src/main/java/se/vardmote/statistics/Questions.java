package se.vardmote.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.Token;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.PastSeats;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * The two questions after a call, each answered once. As long as one is open a row here ties the call to its fact; it
 * goes when both are answered, at the latest after {@link #LIFE}, and then nothing tells which call a fact was.
 */
@Component
public class Questions {
    static final Duration LIFE = Duration.ofDays(7);
    private final JdbcClient jdbc;
    private final PastSeats seats;
    private final Meetings meetings;
    private final Clock clock;

    public Questions(JdbcClient jdbc, PastSeats seats, Meetings meetings, Clock clock) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * "Hur gick det?" to whoever held a seat in a call: the token is good for one answer.
     *
     * @param seat its secret, dead or not
     * @return empty when nobody was let in, or it has been answered, or it is too late
     */
    @Transactional
    public Optional<Token> ask(Token seat) {
        return seats.conversationOf(seat.hash()).flatMap(meetings::of).flatMap(meeting -> {
            if (meeting.goesOn()) begin(meeting);
            Token token = Token.fresh();
            int asked = jdbc.sql("""
                            update statistics.question set token_hash = ?
                            where retention_unit_id = ? and went is null and expires_at > ?""")
                    .params(token.hash(), meeting.conversation().value(), now())
                    .update();
            return asked == 1 ? Optional.of(token) : Optional.empty();
        });
    }

    /** Who leaves first may answer before there is a fact. */
    private void begin(Meeting meeting) {
        jdbc.sql("""
                        insert into statistics.question (retention_unit_id, care_provider_id, expires_at)
                        values (?, ?, ?) on conflict (retention_unit_id) do nothing""")
                .params(meeting.conversation().value(), meeting.careProvider().value(), now().plus(LIFE))
                .update();
    }

    /** The call has ended and is counted: from now on both questions are open. */
    void open(RetentionUnitId conversation, CareProviderId careProvider, UUID fact) {
        jdbc.sql("""
                        insert into statistics.question (retention_unit_id, care_provider_id, fact_id, expires_at)
                        values (?, ?, ?, ?)
                        on conflict (retention_unit_id) do update
                            set fact_id = excluded.fact_id, expires_at = excluded.expires_at""")
                .params(conversation.value(), careProvider.value(), fact, now().plus(LIFE))
                .update();
        settle(conversation.value());
    }

    /** Answers "Hur gick det?"; a token that has been used, or never was, does nothing. */
    @Transactional
    public void went(Token token, Feeling feeling) {
        jdbc.sql("""
                        update statistics.question set went = ?, token_hash = null
                        where token_hash = ? and expires_at > ? returning retention_unit_id""")
                .params(feeling.name(), token.hash(), now())
                .query(UUID.class)
                .optional()
                .ifPresent(this::settle);
    }

    /** Whether "Ersatte samtalet ett hembesök?" is open. */
    public boolean asksOfHomeVisit(RetentionUnitId conversation) {
        return jdbc.sql("""
                        select exists (select from statistics.question where retention_unit_id = ?
                            and fact_id is not null and replaced_home_visit is null and expires_at > ?)""")
                .params(conversation.value(), now())
                .query(Boolean.class)
                .single();
    }

    /** Answers "Ersatte samtalet ett hembesök?", the first time. */
    @Transactional
    public void replacedHomeVisit(RetentionUnitId conversation, boolean replaced) {
        jdbc.sql("""
                        update statistics.question set replaced_home_visit = ?
                        where retention_unit_id = ? and fact_id is not null and replaced_home_visit is null
                            and expires_at > ? returning retention_unit_id""")
                .params(replaced, conversation.value(), now())
                .query(UUID.class)
                .optional()
                .ifPresent(this::settle);
    }

    /** Forgets which fact belonged to which call when nobody may answer any longer; how many. */
    int forgetExpired() {
        return jdbc.sql("delete from statistics.question where expires_at <= ?")
                .params(now())
                .update();
    }

    private void settle(UUID conversation) {
        jdbc.sql("""
                        update statistics.call_fact fact set went = question.went,
                            replaced_home_visit = question.replaced_home_visit
                        from statistics.question where retention_unit_id = ? and fact.id = question.fact_id""").params(conversation).update();
        jdbc.sql("""
                        delete from statistics.question where retention_unit_id = ? and fact_id is not null
                            and went is not null and replaced_home_visit is not null""").params(conversation).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
