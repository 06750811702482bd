package se.vardmote.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/** The calls that a unit has had, newest first, a page at a time. Needs no keys: it is there when the content is gone. */
@Component
public class History {
    /** Calls a page. */
    public static final int PAGE = 50;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String COLUMNS = """
            id, care_provider_id, receiving_unit_id, retention_unit_id, client_id, from_unit_id, reason, knocked_at, state,
            outcome, reason_code, organisation.shown_name(judged_by_staff_id, judged_by_name) as judged_by, meeting_id,
            protected_identity, patient_name_sealed is null as content_gone""";

    private final JdbcClient jdbc;

    public History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for; null is whatever. The days are Swedish, both included. */
    public record Search(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable CallReason reason,
            @Nullable ClientId client) {
        public static final Search ALL = new Search(null, null, null, null);
    }

    /** The place of the last call of a page. */
    public record Place(Instant at, DropInId id) {}

    /**
     * Calls before a place.
     *
     * @param next where the following page begins; null on the last
     */
    public record Page(List<PastCall> calls, @Nullable Place next) {}

    /** @param before null for the first page */
    public Page read(CareProviderId careProvider, CareUnitId unit, Search search, @Nullable Place before) {
        var question = jdbc.sql(sql(search, before))
                .param("careProvider", careProvider.value())
                .param("unit", unit.value())
                .param("limit", PAGE + 1);
        if (search.client() != null) question.param("client", search.client().value());
        if (search.reason() != null) question.param("reason", search.reason().name());
        if (search.from() != null) question.param("from", midnight(search.from()));
        if (search.to() != null) question.param("to", midnight(search.to().plusDays(1)));
        if (before != null) {
            question.param("at", before.at().atOffset(ZoneOffset.UTC))
                    .param("id", before.id().value());
        }
        List<PastCall> found = question.query((row, i) -> read(row)).list();
        if (found.size() <= PAGE) return new Page(found, null);
        PastCall last = found.get(PAGE - 1);
        return new Page(found.subList(0, PAGE), new Place(last.knockedAt(), last.id()));
    }

    /** One call at this care provider, whoever is still waiting too. */
    public Optional<PastCall> find(CareProviderId careProvider, DropInId id) {
        return jdbc.sql("select " + COLUMNS + " from assessment.drop_in where care_provider_id = ? and id = ?")
                .params(careProvider.value(), id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The latest calls of one person at a care provider, whichever unit had them, newest first: at most a page. */
    public List<PastCall> everywhere(CareProviderId careProvider, ClientId client) {
        return jdbc.sql("select " + COLUMNS + " from assessment.drop_in where care_provider_id = ? and client_id = ?"
                        + " and state <> 'WAITING' order by knocked_at desc, id desc limit ?")
                .params(careProvider.value(), client.value(), PAGE)
                .query((row, i) -> read(row))
                .list();
    }

    /** Those whose conversations these are. */
    public List<PastCall> of(Collection<RetentionUnitId> conversations) {
        return jdbc.sql("select " + COLUMNS + " from assessment.drop_in where retention_unit_id = any(?)")
                .param(conversations.stream().map(RetentionUnitId::value).toArray(UUID[]::new))
                .query((row, i) -> read(row))
                .list();
    }

    private static String sql(Search search, @Nullable Place before) {
        return "select " + COLUMNS + " from assessment.drop_in"
                + " where care_provider_id = :careProvider and receiving_unit_id = :unit and state <> 'WAITING'"
                + (search.client() == null ? "" : " and client_id = :client")
                + (search.reason() == null ? "" : " and reason = :reason")
                + (search.from() == null ? "" : " and knocked_at >= :from")
                + (search.to() == null ? "" : " and knocked_at < :to")
                + (before == null ? "" : " and (knocked_at, id) < (:at, :id)")
                + " order by knocked_at desc, id desc limit :limit";
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(SWEDEN).toOffsetDateTime();
    }

    private static PastCall read(ResultSet row) throws SQLException {
        UUID from = row.getObject("from_unit_id", UUID.class);
        UUID meeting = row.getObject("meeting_id", UUID.class);
        String outcome = row.getString("outcome");
        return new PastCall(
                new DropInId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("receiving_unit_id", UUID.class)),
                new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                from == null ? null : new CareUnitId(from),
                CallReason.valueOf(row.getString("reason")),
                row.getObject("knocked_at", OffsetDateTime.class).toInstant(),
                DropIn.State.valueOf(row.getString("state")),
                outcome == null ? null : DropIn.Outcome.valueOf(outcome),
                row.getString("reason_code"),
                row.getString("judged_by"),
                meeting == null ? null : new MeetingId(meeting),
                row.getBoolean("protected_identity"),
                row.getBoolean("content_gone"));
    }
}
