package se.vardmote.assessment;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.clients.Client;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/** The rows of those who have knocked. */
@Component
public class DropIns {
    /** Longer queues than this are shown cut, with the longest waits first. */
    static final int MOST_SHOWN = 200;

    /** Of a drop-in {@code d}, as {@link DropInRows} reads it. */
    private static final String SELECT = """
            select d.*, organisation.shown_name(d.judged_by_staff_id, d.judged_by_name) as judged_by,
                organisation.shown_name(d.spoken_with_staff_id, null) as spoken_with
            from\s""";

    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final DropInRows rows;

    public DropIns(JdbcClient jdbc, RetentionUnits retention) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.rows = new DropInRows(retention);
    }

    /** Keeps a new one; false when the same form has been kept before. */
    boolean add(
            DropInId id,
            RetentionUnitId conversation,
            UUID client,
            Knock knock,
            Knock.Door door,
            int urgency,
            Instant at) {
        return jdbc.sql("""
                        insert into assessment.drop_in (id, care_provider_id, receiving_unit_id, retention_unit_id, knock_key,
                            client_id, from_unit_id, device_id, from_area, patient_name_sealed, staff_name_sealed,
                            staff_phone_sealed, identity_note_sealed, reason, urgency, wanted_profession,
                            spoken_with_staff_id, spoken_with_sealed, staff_profession, agreed_for, knocked_at, state,
                            protected_identity)
                        values (:id, :provider, :receiving, :conversation, :key, :client, :from, :device, :area, :patient,
                            :staff, :phone, :note, :reason, :urgency, :wanted, :agreedStaff, :agreed, :profession,
                            :agreedFor, :at, 'WAITING', :protected)
                        on conflict (knock_key) do nothing""")
                        .param("id", id.value())
                        .param("provider", door.receiving().careProvider().value())
                        .param("receiving", door.receiving().id().value())
                        .param("conversation", conversation.value())
                        .param("key", knock.key())
                        .param("client", client)
                        .param("from", door.unit() == null ? null : door.unit().value())
                        .param(
                                "device",
                                door.device() == null ? null : door.device().value())
                        .param("area", door.area())
                        .param(
                                "patient",
                                seal(
                                        conversation,
                                        DropInRows.PATIENT,
                                        knock.shownName().value()))
                        .param(
                                "staff",
                                seal(
                                        conversation,
                                        DropInRows.STAFF,
                                        knock.staffName().value()))
                        .param(
                                "phone",
                                seal(
                                        conversation,
                                        DropInRows.PHONE,
                                        knock.staffPhone().e164()))
                        .param("note", seal(conversation, DropInRows.NOTE, knock.identityNote()))
                        .param("protected", knock.protectedIdentity())
                        .param("reason", knock.reason().name())
                        .param("urgency", urgency)
                        .param(
                                "wanted",
                                door.sought() == null ? null : door.sought().name())
                        .param(
                                "agreedStaff",
                                knock.agreement().staff() == null
                                        ? null
                                        : knock.agreement().staff().value())
                        .param(
                                "agreed",
                                seal(
                                        conversation,
                                        DropInRows.AGREED,
                                        knock.agreement().name()))
                        .param(
                                "profession",
                                knock.profession() == null
                                        ? null
                                        : knock.profession().name())
                        .param(
                                "agreedFor",
                                knock.agreedFor() == null
                                        ? null
                                        : knock.agreedFor().atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<DropIn> find(CareProviderId careProvider, DropInId id) {
        return one("care_provider_id = ? and id = ?", careProvider.value(), id.value());
    }

    /** The one that a form has become. */
    Optional<DropIn> withKey(UUID key) {
        return one("knock_key = ?", key);
    }

    /** The one whose conversation this is. */
    public Optional<DropIn> of(RetentionUnitId conversation) {
        return one("retention_unit_id = ?", conversation.value());
    }

    /** What was begun on a device and may still go on: who waits, and calls since a time. */
    List<RetentionUnitId> conversationsOn(DeviceId device, Instant since) {
        return jdbc.sql("""
                        select retention_unit_id from assessment.drop_in
                        where device_id = ? and (state = 'WAITING' or knocked_at > ?)
                        order by knocked_at desc limit ?""")
                .params(device.value(), since.atOffset(ZoneOffset.UTC), MOST_SHOWN)
                .query((row, i) -> new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)))
                .list();
    }

    public Optional<DropIn> of(MeetingId meeting) {
        return one("meeting_id = ?", meeting.value());
    }

    /** All who wait in the installation. */
    public long countWaiting() {
        return jdbc.sql("select count(*) from assessment.drop_in where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    public List<DropIn> waitingAt(CareProviderId careProvider, CareUnitId unit) {
        return waitingAt(careProvider, List.of(unit));
    }

    /**
     * Those who wait at some units, and those for whom one of them has been sought as cover: the most urgent reason first,
     * then who has waited longest.
     */
    public List<DropIn> waitingAt(CareProviderId careProvider, Collection<CareUnitId> units) {
        return jdbc.sql(SELECT + """
                        assessment.drop_in d
                        where d.care_provider_id = :provider and d.receiving_unit_id = any(:units) and d.state = 'WAITING'
                        union
                        """ + SELECT + """
                        assessment.escalation e join assessment.drop_in d on d.id = e.drop_in_id
                        where e.care_provider_id = :provider and e.sought_unit_id = any(:units) and e.step = 'COVER'
                            and d.state = 'WAITING'
                        order by urgency, knocked_at, id limit :most""")
                .param("provider", careProvider.value())
                .param("units", ids(units))
                .param("most", MOST_SHOWN)
                .query((row, i) -> rows.read(row))
                .list();
    }

    /** Whether anybody waits at some units, or one of them is sought as cover; tells nothing of whom. */
    public boolean somebodyWaitsAt(CareProviderId careProvider, Collection<CareUnitId> units) {
        return jdbc.sql("""
                        select exists (select from assessment.drop_in
                            where care_provider_id = :provider and receiving_unit_id = any(:units) and state = 'WAITING')
                        or exists (select from assessment.escalation e join assessment.drop_in d on d.id = e.drop_in_id
                            where e.care_provider_id = :provider and e.sought_unit_id = any(:units) and e.step = 'COVER'
                                and d.state = 'WAITING')""")
                .param("provider", careProvider.value())
                .param("units", ids(units))
                .query(Boolean.class)
                .single();
    }

    public List<DropIn> settledSince(CareProviderId careProvider, CareUnitId unit, Instant since) {
        return settledSince(careProvider, List.of(unit), since);
    }

    /** Those that were judged or withdrawn at some units since a time, earliest first. */
    public List<DropIn> settledSince(CareProviderId careProvider, Collection<CareUnitId> units, Instant since) {
        return jdbc.sql(SELECT + """
                        assessment.drop_in d
                        where care_provider_id = ? and receiving_unit_id = any(?) and knocked_at >= ? and state <> 'WAITING'
                        order by knocked_at, id limit ?""")
                .params(careProvider.value(), ids(units), since.atOffset(ZoneOffset.UTC), MOST_SHOWN)
                .query((row, i) -> rows.read(row))
                .list();
    }

    private static UUID[] ids(Collection<CareUnitId> units) {
        return units.stream().map(CareUnitId::value).toArray(UUID[]::new);
    }

    /** How many stand no later in the list of the unit: 1 for who is next in turn. */
    int placeOf(DropIn dropIn) {
        return jdbc.sql("""
                        select count(*) from assessment.drop_in
                        where care_provider_id = ? and receiving_unit_id = ? and state = 'WAITING'
                            and (urgency, knocked_at, id) <= (
                                select urgency, knocked_at, id from assessment.drop_in where id = ?)""")
                .params(
                        dropIn.careProvider().value(),
                        dropIn.receivingUnit().value(),
                        dropIn.id().value())
                .query(Integer.class)
                .single();
    }

    /** Writes the judgement if nobody has been before; the row lock tells two at once apart. */
    boolean judge(DropIn dropIn, DropIn.Judgement judgement) {
        return jdbc.sql("""
                        update assessment.drop_in set state = :state, judged_at = :at, judged_by_staff_id = :by,
                            judged_by_name = :byName, outcome = :outcome, informed = :informed,
                            informed_why_sealed = :why, reason_code = :code, message_sealed = :message, meeting_id = :meeting
                        where id = :id and state = 'WAITING'""")
                        .param("state", judgement.outcome() == DropIn.Outcome.DIGITAL ? "ADMITTED" : "TURNED_AWAY")
                        .param("at", OffsetDateTime.ofInstant(judgement.at(), ZoneOffset.UTC))
                        .param("by", judgement.by().value())
                        .param("byName", judgement.byName())
                        .param("outcome", judgement.outcome().name())
                        .param(
                                "informed",
                                judgement.informed() == null
                                        ? null
                                        : judgement.informed().name())
                        .param("why", seal(dropIn.conversation(), DropInRows.INFORMED_WHY, judgement.informedWhy()))
                        .param("code", judgement.reasonCode())
                        .param("message", seal(dropIn.conversation(), DropInRows.MESSAGE, judgement.message()))
                        .param(
                                "meeting",
                                judgement.meeting() == null
                                        ? null
                                        : judgement.meeting().value())
                        .param("id", dropIn.id().value())
                        .update()
                == 1;
    }

    boolean withdraw(DropInId id) {
        return jdbc.sql("update assessment.drop_in set state = 'WITHDRAWN' where id = ? and state = 'WAITING'")
                        .params(id.value())
                        .update()
                == 1;
    }

    /** It was somebody else's call; nothing when the client is another care provider's. */
    void belongsTo(PastCall call, Client client) {
        jdbc.sql("update assessment.drop_in set client_id = ? where id = ? and care_provider_id = ?")
                .params(
                        client.id().value(),
                        call.id().value(),
                        client.careProvider().value())
                .update();
    }

    /** The alias stands in all calls of theirs from now on: those in which it did not before. */
    List<RetentionUnitId> hide(CareProviderId careProvider, ClientId client) {
        return jdbc.sql("""
                        update assessment.drop_in set protected_identity = true
                        where care_provider_id = ? and client_id = ? and not protected_identity
                        returning retention_unit_id""")
                .params(careProvider.value(), client.value())
                .query((row, i) -> new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)))
                .list();
    }

    /** While its content is there. */
    void isNamed(PastCall call, String name) {
        jdbc.sql("update assessment.drop_in set patient_name_sealed = ? where id = ?")
                .params(
                        retention.encrypt(call.conversation(), DropInRows.PATIENT, name),
                        call.id().value())
                .update();
    }

    private Optional<DropIn> one(String where, Object... values) {
        return jdbc.sql(SELECT + "assessment.drop_in d where " + where)
                .params(values)
                .query((row, i) -> rows.read(row))
                .optional();
    }

    private byte @Nullable [] seal(RetentionUnitId conversation, String field, @Nullable String text) {
        return text == null ? null : retention.encrypt(conversation, field, text);
    }
}
