package se.vardmote.meetings;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.RetentionUnitId;
import tools.jackson.databind.json.JsonMapper;

/** Where the patients of calls are, encrypted under the conversation's key. */
@Component
public class PatientPlaces {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIELD = "patient-place";

    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientPlaces(
            JdbcClient jdbc,
            RetentionUnits retention,
            Conversations conversations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.conversations = conversations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes one part and leaves the others: both sides may write at once. Of each part the last word counts.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/text-not-sent} when too long,
     *     {@code meetings/not-open} when the call has ended
     */
    @Transactional
    public void write(RetentionUnitId conversation, ParticipantId by, PatientPlace.Part part, String typed) {
        String text = typed.strip();
        if (text.length() > PatientPlace.LONGEST)
            throw new MeetingProblem.TextNotSent(PatientPlace.LONGEST).asException();
        conversations.mustBeOpen(conversation);
        PatientPlace place = of(conversation).orElse(PatientPlace.UNKNOWN).with(part, text);
        jdbc.sql("""
                        insert into meetings.patient_place (retention_unit_id, care_provider_id, sealed, written_by, written_at)
                        select retention_unit_id, care_provider_id, :sealed, :by, :at from meetings.conversation
                        where retention_unit_id = :conversation
                        on conflict (retention_unit_id) do update set sealed = excluded.sealed,
                            written_by = excluded.written_by, written_at = excluded.written_at""")
                .param("sealed", retention.encrypt(conversation, FIELD, JSON.writeValueAsString(place)))
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("conversation", conversation.value())
                .update();
        conversations.changed(conversation);
        events.publishEvent(new EmergencyChanged(conversation));
    }

    /** Empty before anybody has written. */
    public Optional<PatientPlace> of(RetentionUnitId conversation) {
        return jdbc.sql("select sealed from meetings.patient_place where retention_unit_id = ?")
                .params(conversation.value())
                .query(byte[].class)
                .optional()
                .map(kept -> JSON.readValue(retention.decrypt(conversation, FIELD, kept), PatientPlace.class));
    }
}
